import { isProvenance, SLSA_PROVENANCE } from '../policy/predicateTypes';
import { SignerRequirement } from '../policy/types';
import { isUnverifiableKey, notAskedByCosign } from './cosignCommands';
import { expectationNote } from './expectationNote';
import { fileNotes, keysOf } from './fileNotes';
import { notationPolicy } from './notationCommands';
import { verifyCommands } from './verifyCommands';
import { VerifyCommandsInput } from './VerifyCommandsInput';

/**
 * What a reader of {@link verifyCommands} has to know, a sentence or two each: what no command checks and why, which of several need
 * to succeed, the files they read, and what a success does not say. Empty where nothing is to be verified.
 *
 * @public
 */
export function commandNotes(input: VerifyCommandsInput): string[] {
  const verifying = verifyCommands(input).filter(({ title }) =>
    title.startsWith('Verify '),
  );
  const commands = verifying.map(({ command }) => command);
  const starts = (tool: string) =>
    commands.some(command => command.startsWith(`${tool} `));
  const signers = verifying.filter(({ title }) =>
    /^Verify the (?:signature|provenance file|Notation)/.test(title),
  ).length;
  return [
    ...(input.verdict && commands.length > 0
      ? [expectationNote(input.verdict)]
      : []),
    ...ed25519Notes(input),
    ...(signers > 1
      ? [
          `A policy is met by any one of its signers: not each of these ${signers} has to succeed.`,
        ]
      : []),
    ...fileNotes(commands.join(' '), input),
    ...(starts('cosign')
      ? [
          'Use cosign 3. With 2.6, --new-bundle-format or --use-signed-timestamps may have to be added.',
        ]
      : []),
    ...olderBundleNotes(starts('cosign'), input),
    ...logNotes(commands, input),
    ...certificateNotes(input),
    ...provenanceNotes(input),
    ...(starts('notation') ? notationNotes(input) : []),
    ...(starts('helm') ? [helmNote(input)] : []),
    ...(input.hasDistrust && commands.length > 0
      ? [
          'No command knows what the operator distrusts: one may succeed with a signature that does not count here.',
        ]
      : []),
  ];
}

/** All that are asked, for the signature or for what is attested. */
function asked({
  anyOf,
  requireAttestations = [],
}: VerifyCommandsInput): SignerRequirement[] {
  return [...anyOf, ...requireAttestations.flatMap(one => one.anyOf ?? [])];
}

function ed25519Notes(input: VerifyCommandsInput): string[] {
  return keysOf(asked(input).filter(one => isUnverifiableKey(one, input))).map(
    key =>
      `There is no command for ${key}, an Ed25519 key: cosign signs with such keys in a form (Ed25519ph) that its own verify refuses, seen with 2.6.4 and 3.1.2. What is said of it here was checked by the backend.`,
  );
}

/** cosign asks for a log entry unless it is told not to; a key, and such a root, do not. */
function logNotes(
  commands: readonly string[],
  input: VerifyCommandsInput,
): string[] {
  const { rootsWithoutLog = [], rootsWithoutCertificateLog = [] } = input;
  const under = (roots: readonly string[]) =>
    asked(input).some(
      one => one.kind === 'keyless' && roots.includes(one.root),
    );
  const needsNone =
    asked(input).some(one => one.kind === 'key') || under(rootsWithoutLog);
  const cosign = commands.filter(one => one.startsWith('cosign '));
  return [
    ...(needsNone &&
    cosign.some(one => !one.includes('--insecure-ignore-tlog=true'))
      ? [
          'A signature may count here without a log entry. Where cosign misses one, add --insecure-ignore-tlog=true, and --use-signed-timestamps if it has a timestamp.',
        ]
      : []),
    ...(cosign.length > 0 && under(rootsWithoutCertificateLog)
      ? [
          'A certificate may count here without an entry in a log of certificates. Where cosign misses one, add --insecure-ignore-sct=true.',
        ]
      : []),
  ];
}

/** As cosign 3.1.2 looks for them: see the table of formats in docs/verdicts.md. */
function olderBundleNotes(
  cosign: boolean,
  { olderBundles }: VerifyCommandsInput,
): string[] {
  return cosign && olderBundles
    ? [
        'Some of what is attached stands in Sigstore bundles of version 0.1 or 0.2, which cosign may not find in a registry. What is said of it here was checked by the backend.',
      ]
    : [];
}

function certificateNotes(input: VerifyCommandsInput): string[] {
  const members = [...new Set(asked(input).flatMap(notAskedByCosign))];
  return members.length > 0
    ? [
        `No option of cosign asks for ${members.join(
          ', ',
        )}: compare it with the extension 1.3.6.1.4.1.57264.1 of that number in the certificate.`,
      ]
    : [];
}

function provenanceNotes({
  requireAttestations = [],
}: VerifyCommandsInput): string[] {
  const required = requireAttestations.filter(
    ({ type }) => type === SLSA_PROVENANCE || isProvenance(type),
  );
  const builders = [...new Set(required.flatMap(one => one.builders ?? []))];
  return required.length > 0
    ? [
        `No command compares the builder and source that provenance names: they have to be ${
          builders.length > 0
            ? `builder ${builders.join(
                ' or ',
              )}, and the source that the certificate names`
            : 'those that the certificate names'
        }.`,
      ]
    : [];
}

function notationNotes(input: VerifyCommandsInput): string[] {
  const policies = input.anyOf.flatMap(one =>
    one.kind === 'store' ? [notationPolicy(one, input)] : [],
  );
  return [
    `Notation needs a trust policy first, by notation policy import of a file with: ${policies.join(
      ' or ',
    )}`,
    'Notation checks more than is checked here, revocation above all: its success does not make a version verified here.',
  ];
}

function helmNote({ expectedSource }: VerifyCommandsInput): string {
  return `Helm verifies by version, and a tag can move: compare the digest it prints with that of this version. It looks at the chart archive alone${
    expectedSource ? ', and proves no source, which is asked for here' : ''
  }.`;
}
