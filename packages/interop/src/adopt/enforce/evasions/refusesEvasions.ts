import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KyvernoCli, PolicyResult } from '../KyvernoCli.ts';
import { chartInput, policyOf } from '../chartInput.ts';
import { generateText, type EnforceText } from '../product.ts';
import { applicationEvasions } from './applications.ts';
import type { Evasion } from './Evasion.ts';
import { releaseEvasions } from './releases.ts';
import { sourceEvasions, type GoodVerify } from './sources.ts';

/** Every evasion is refused by the policy that is meant to, or the text says that it is not. @returns how many */
export async function refusesEvasions(
  kyverno: KyvernoCli,
  id: 'kyverno' | 'kyverno-clusterpolicy',
): Promise<number> {
  const text = generateText(
    id,
    chartInput([policyOf('acme-release', ['exact', 'gitlab'])]),
    { mode: 'deny', scope: 'folder' },
  );
  const evasions = [
    ...sourceEvasions(verifyOf(text)),
    ...releaseEvasions(),
    ...applicationEvasions(),
  ];
  const folder = policyFolder(kyverno.write(text), text);
  const policies = readdirSync(folder)
    .filter(name => name.endsWith('.yaml') && name !== 'signature.yaml')
    .map(name => join(folder, name));
  const results = await kyverno.apply(
    policies,
    evasions.map(({ object }) => object),
  );
  const problems = evasions.flatMap(one => problemOf(one, results, text) ?? []);
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return evasions.length;
}

/** Where the policies of a text are, below the folder it was written to. */
export function policyFolder(folder: string, { files }: EnforceText): string {
  const [{ path }] = files;
  return join(folder, path, '..');
}

function problemOf(
  { title, by, words, object: { kind, metadata } }: Evasion,
  results: readonly PolicyResult[],
  { cannot }: EnforceText,
): string | undefined {
  const { namespace, name } = metadata;
  const own = results.filter(
    one => one.resource === `${kind} ${namespace}/${name}`,
  );
  if (by === 'told') {
    return cannot.some(sentence => words?.test(sentence))
      ? undefined
      : `${title}: the text does not say that it passes`;
  }
  const judged = own.find(
    one =>
      one.policy.endsWith(`-${by}`) &&
      (by.startsWith('unknown') || !one.policy.includes('unknown')),
  );
  return judged?.result === 'fail'
    ? undefined
    : `${title}: ${judged?.result ?? 'not judged'} ${judged?.message ?? ''}`;
}

/** As the text itself has it, in the source that must pass. */
function verifyOf({ files }: EnforceText): GoodVerify {
  const source = files.find(({ path }) => path.endsWith('pass-flux.yaml'));
  const [, issuer, subject] =
    /issuer: (".*")\n +subject: (".*")/.exec(source?.text ?? '') ?? [];
  return {
    provider: 'cosign',
    matchOIDCIdentity: [
      { issuer: JSON.parse(issuer), subject: JSON.parse(subject) },
    ],
  };
}
