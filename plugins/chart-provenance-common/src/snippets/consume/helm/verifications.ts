import type { SnippetFile } from '../../../api/snippetTypes';
import {
  cosignVerify,
  CosignRequirement,
} from '../../../commands/cosignCommands';
import type { VerifyCommandsInput } from '../../../commands/VerifyCommandsInput';
import type { SignerRequirement, TrustPolicy } from '../../../policy/types';
import { SnippetError } from '../../SnippetError';
import type { SnippetInput } from '../../types';
import { plainText } from '../../words';
import {
  ChartPin,
  fileName,
  isEd25519,
  publicKeyText,
  trustedRootText,
} from '../facts';

/** What the commands of the core are written from, with the files beside the script. */
export function commandsInput(
  { chart, policies, keys, roots }: SnippetInput,
  { registry, repository, digest, version }: ChartPin,
): VerifyCommandsInput {
  const others = roots.filter(({ trustedRoot }) => trustedRoot !== null);
  return {
    ...{ registry, repository, digest, version },
    anyOf: policies.flatMap(({ anyOf }) => anyOf.filter(isForCosign)),
    expectedSource: chart.expectedSource,
    plainHttp: chart.plainHttp,
    rootPaths: Object.fromEntries(
      others.map(({ id }) => [id, `./${fileName(id)}.trusted_root.json`]),
    ),
    keyPaths: Object.fromEntries(
      keys.map(({ id }) => [id, `./${fileName(id)}.pub`]),
    ),
    ed25519Keys: keys.flatMap(({ id, pem }) => (isEd25519(pem) ? [id] : [])),
    provenanceFile: false,
    notation: false,
  };
}

/** Lines that end a script unless every policy is met by one of its signers, and the files that they read. */
export function verifications(
  input: SnippetInput,
  pin: ChartPin,
): { checks: string[]; files: SnippetFile[] } {
  const written = commandsInput(input, pin);
  const reference = `${pin.registry}/${pin.repository}@${pin.digest}`;
  const checks = input.policies.flatMap(policy =>
    checkLines(policy, reference, written),
  );
  const text = checks.join('\n');
  return {
    checks,
    files: filesOf(input).filter(({ path }) => text.includes(`./${path}`)),
  };
}

function checkLines(
  { name, anyOf }: TrustPolicy,
  reference: string,
  input: VerifyCommandsInput,
): string[] {
  const commands = anyOf
    .filter(isForCosign)
    .flatMap(one => cosignVerify(asSafe(one, name), reference, input));
  if (commands.length === 0) {
    return [];
  }
  const all = commands.map(({ command }) => onChart(command, reference));
  return [
    all.length === 1
      ? '# Who signed: the script ends here when it was somebody else.'
      : '# Who signed: any one of these will do, and the script ends here when it was none.',
    all.length === 1 ? all[0] : `${all.join(' ||\n  ')}`,
  ];
}

/** The digest stands in the script once, so that nothing moves it in one place only. */
function onChart(command: string, reference: string): string {
  if (!command.endsWith(` ${reference}`)) {
    throw new SnippetError(
      'unsafe',
      'No text is made: the name of the repository is none that a shell takes as it is.',
    );
  }
  return `${command.slice(0, -reference.length)}"\${chart#oci://}" > /dev/null`;
}

function isForCosign(one: SignerRequirement): one is CosignRequirement {
  return one.kind === 'keyless' || one.kind === 'key';
}

/** Nothing that a template on the way would expand, beside what a shell would. */
function asSafe(one: CosignRequirement, policy: string): CosignRequirement {
  if (one.kind === 'keyless') {
    const what = `that the policy ${policy} names`;
    plainText(one.issuer, `an issuer ${what}`);
    if (one.subject !== undefined) {
      plainText(one.subject, `a subject ${what}`);
    }
    if (one.subjectPattern !== undefined) {
      plainText(one.subjectPattern, `a subjectPattern ${what}`, {
        dollar: true,
      });
    }
  }
  return one;
}

function filesOf({ keys, roots }: SnippetInput): SnippetFile[] {
  return [
    ...keys.map(({ id, pem }) => ({
      path: `${fileName(id)}.pub`,
      language: 'text' as const,
      text: `${publicKeyText(pem)}\n`,
    })),
    ...roots.flatMap(({ id, trustedRoot }) =>
      trustedRoot === null
        ? []
        : [
            {
              path: `${fileName(id)}.trusted_root.json`,
              language: 'json' as const,
              text: trustedRootText(trustedRoot),
            },
          ],
    ),
  ];
}
