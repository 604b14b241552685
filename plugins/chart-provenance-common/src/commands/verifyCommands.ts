import { parseReference } from 'chart-provenance-oras/reference';
import { AttestationRequirement, SignerRequirement } from '../policy/types';
import { cosignVerify, cosignVerifyAttestation } from './cosignCommands';
import { githubVerify } from './githubCommands';
import { notationCommands } from './notationCommands';
import { Command, VerifyCommandsInput } from './VerifyCommandsInput';
import { pathOf, writeCommand } from './writeCommand';

/**
 * Commands that reproduce a verdict in a terminal, most telling first: `cosign verify`, `cosign verify-attestation`, `gh attestation
 * verify`, `helm pull --verify`, `notation verify`, `oras discover` and `helm pull` by digest. Everything a publisher may have written is quoted
 * as one word, behind `=`, so that it is never read as an option or another command; a command that cannot be written safely is left out.
 *
 * @public
 */
export function verifyCommands(input: VerifyCommandsInput): Command[] {
  const reference = `${input.registry}/${input.repository}@${input.digest}`;
  if (!isReference(reference)) {
    return [];
  }
  const { anyOf, requireAttestations = [] } = input;
  const bySigners = anyOf.flatMap(requirement => [
    ...signatureCommands(requirement, reference, input),
    ...requireAttestations
      .filter(one => one.anyOf === undefined)
      .flatMap(one => attestationCommands(one, requirement, reference, input)),
  ]);
  const byOthers = requireAttestations.flatMap(one =>
    (one.anyOf ?? []).flatMap(requirement =>
      attestationCommands(one, requirement, reference, input),
    ),
  );
  const plain = input.plainHttp ? ['--plain-http'] : [];
  return [
    ...numbered(withoutRepetition([...bySigners, ...byOthers])),
    ...writeCommand('List what is attached', [
      'oras',
      'discover',
      ...plain,
      reference,
    ]),
    ...writeCommand('Pull exactly these bytes', [
      'helm',
      'pull',
      ...plain,
      `oci://${reference}`,
    ]),
  ];
}

function signatureCommands(
  requirement: SignerRequirement,
  reference: string,
  input: VerifyCommandsInput,
): Command[] {
  switch (requirement.kind) {
    case 'keyring':
      return helmCommands(requirement.keyring, input);
    case 'store':
      return notationCommands(requirement, reference, input);
    default:
      return cosignVerify(requirement, reference, input);
  }
}

function attestationCommands(
  { type, anyOf }: AttestationRequirement,
  requirement: SignerRequirement,
  reference: string,
  input: VerifyCommandsInput,
): Command[] {
  switch (requirement.kind) {
    // Neither attests anything.
    case 'keyring':
    case 'store':
      return [];
    default:
      return requirement.kind === 'keyless' &&
        input.githubRoots?.includes(requirement.root)
        ? githubVerify(type, requirement, reference, input)
        : cosignVerifyAttestation(type, requirement, reference, {
            ...input,
            bySigner: anyOf === undefined,
          });
  }
}

/** By version, although a tag can move: `--verify` looks for a file that is named after what it was asked for, and fails by digest. */
function helmCommands(
  keyring: string,
  {
    registry,
    repository,
    version,
    keyringPaths,
    plainHttp,
    provenanceFile = true,
  }: VerifyCommandsInput,
): Command[] {
  return version && provenanceFile
    ? writeCommand('Verify the provenance file', [
        ...['helm', 'pull', '--verify'],
        `--keyring=${pathOf(keyringPaths, keyring) ?? `${keyring}.gpg`}`,
        `--version=${version}`,
        ...(plainHttp ? ['--plain-http'] : []),
        `oci://${registry}/${repository}`,
      ])
    : [];
}

function withoutRepetition(commands: readonly Command[]): Command[] {
  return [
    ...new Map(
      commands.map(one => [`${one.title}\n${one.command}`, one]),
    ).values(),
  ];
}

/** Of several signers each has its own command: alike titles are counted. */
function numbered(commands: readonly Command[]): Command[] {
  return commands.map((one, index) => {
    const alike = commands.filter(({ title }) => title === one.title);
    const before = commands
      .slice(0, index)
      .filter(({ title }) => title === one.title);
    return alike.length > 1
      ? {
          ...one,
          title: `${one.title} (${before.length + 1} of ${alike.length})`,
        }
      : one;
  });
}

function isReference(text: string): boolean {
  try {
    return parseReference(text).digest !== undefined;
  } catch {
    return false;
  }
}
