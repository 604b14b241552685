import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartInput, policyOf } from './chartInput.ts';
import { policyFolder } from './evasions/refusesEvasions.ts';
import type { KyvernoCli } from './KyvernoCli.ts';
import { generateText, type EnforceInput } from './product.ts';

/** Tests in a text for a single chart. */
const LEAST_TESTS = 15;
const SLSA = { type: 'https://slsa.dev/provenance' };

/** Charts and policies of every kind that policies can be made for. */
const INPUTS: Record<string, EnforceInput> = {
  'an exact subject': chartInput([policyOf('release', ['exact'])]),
  'a pattern': chartInput([policyOf('release', ['pattern'])]),
  'several signers': chartInput([
    policyOf('release', ['exact', 'pattern', 'gitlab', 'key', 'keyring']),
  ]),
  'a key': chartInput([policyOf('release', ['key'])]),
  'a root of one’s own': chartInput([policyOf('release', ['private'])]),
  'two policies with attestations': chartInput([
    policyOf('release', ['exact'], [SLSA]),
    policyOf('audit', ['key'], [{ type: 'https://cyclonedx.org/bom' }]),
  ]),
  'Docker Hub': chartInput([policyOf('release', ['exact'])], {
    ...{ registry: 'docker.io', repository: 'acme/payments' },
    registryKind: 'dockerHub',
  }),
  'a registry with a port, at its top': chartInput(
    [policyOf('release', ['key'])],
    {
      ...{ registry: '127.0.0.1:5000', repository: 'payments' },
      ...{ registryKind: 'distribution', plainHttp: true },
    },
  ),
};

/** Every value of every option; the first of each is the default. */
const CHOICES: Record<string, readonly Record<string, string>[]> = {
  kyverno: [
    { mode: 'audit', scope: 'chart', format: 'bundle' },
    { mode: 'deny', scope: 'folder', format: 'legacy' },
  ],
  'kyverno-clusterpolicy': [
    { mode: 'audit', scope: 'chart' },
    { mode: 'deny', scope: 'folder' },
  ],
};

/** A text, and where it was written to. */
interface Tried {
  title: string;
  input: EnforceInput;
  /** Of the policies. */
  folder: string;
}

/** `kyverno test` over what adopters get, for every kind of policy; every option for one of them. @returns how many texts */
export async function passesOwnTests(
  kyverno: KyvernoCli,
  id: string,
): Promise<number> {
  const last = CHOICES[id].at(-1) ?? {};
  const tried = Object.entries(INPUTS).flatMap(([title, input], at) =>
    (at === 0 ? CHOICES[id] : [last]).map((chosen): Tried => {
      const text = generateText(id, input, chosen);
      return { title, input, folder: policyFolder(kyverno.write(text), text) };
    }),
  );
  const { exitCode, stdout, stderr } = await kyverno.test(
    tried.map(({ folder }) => folder),
  );
  const [, passed = '0', failed = '?'] =
    /Test Summary: (\d+) tests passed and (\d+) tests failed/.exec(stdout) ??
    [];
  if (
    exitCode !== 0 ||
    failed !== '0' ||
    Number(passed) < LEAST_TESTS * tried.length
  ) {
    throw new Error(`${stderr}${stdout}`.slice(-6_000));
  }
  if (id === 'kyverno') {
    await signaturesCompile(kyverno, tried);
  }
  return tried.length;
}

/** What asks the registry is judged on a source without a digest: it must be refused, and not for an error in the policy. */
async function signaturesCompile(
  kyverno: KyvernoCli,
  tried: readonly Tried[],
): Promise<void> {
  const policies = tried.map(({ folder }, at) => {
    const path = join(folder, 'signature.yaml');
    // Those of one chart have one name.
    const named = join(folder, `signature-${at}.yaml`);
    const text = readFileSync(path, 'utf8');
    writeFileSync(named, text.replace(/-signature$/m, `-signature-${at}`));
    return named;
  });
  const places = new Set(
    tried.map(
      ({ input: { chart } }) => `${chart.registry}/${chart.repository}`,
    ),
  );
  const results = await kyverno.apply(
    policies,
    [...places].map((place, at) => ({
      ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
      metadata: { name: `app-${at}`, namespace: 'argocd' },
      spec: { source: { repoURL: `oci://${place}`, targetRevision: '1.0.0' } },
    })),
    await kyverno.definitions(),
  );
  tried.forEach(({ title }, at) => {
    const own = results.filter(({ policy }) =>
      policy.endsWith(`-signature-${at}`),
    );
    const [{ result, message } = { result: 'none', message: '' }] = own;
    if (
      own.length !== 1 ||
      result !== 'fail' ||
      !/There is no digest/.test(message)
    ) {
      throw new Error(`${title}: ${own.length} ${result} ${message}`);
    }
  });
}
