import { parseReference } from 'chart-provenance-oras/reference';
import { SignerRequirement } from '../policy/types';
import { normaliseSource } from '../source/normaliseSource';
import { shellQuote } from './shellQuote';

/**
 * What a command is written for.
 *
 * @public
 */
export interface VerifyCommandsInput {
  registry: string;
  repository: string;
  /** Digest of the chart manifest. */
  digest: string;
  /** The chart's own version: Helm verifies a provenance file by version only. Without it there is no command for a keyring. */
  version?: string;
  /** Who may sign, as the policy has it: one group of commands each. */
  anyOf: readonly SignerRequirement[];
  /** Predicate types the policy requires. */
  requireAttestations?: readonly string[];
  expectedSource?: string | null;
  /** Where the reader has the `trusted_root.json` of a root; none for the public instance. */
  rootPaths?: Readonly<Record<string, string>>;
  /** Where the reader has a public key; `<id>.pub` by default. */
  keyPaths?: Readonly<Record<string, string>>;
  /** Where the reader has a keyring, in binary; `<id>.gpg` by default. */
  keyringPaths?: Readonly<Record<string, string>>;
  /** Keys whose signatures are not in a transparency log. */
  keysWithoutLog?: readonly string[];
  /** The `trusted_root.json` of the log that key signatures are in; none for the public instance's. */
  keyLogRootPath?: string;
  /** The registry speaks HTTP only. */
  plainHttp?: boolean;
  /** Ed25519 keys: cosign signs with them in a form that its own `verify` refuses, so no command is written for them. */
  ed25519Keys?: readonly string[];
  /** Roots that ask for no entry in a transparency log. */
  rootsWithoutLog?: readonly string[];
  /** A Helm provenance file is there; where none is, Helm has nothing to verify. True unless told. */
  provenanceFile?: boolean;
  /** The signatures are cosign 2's in OCI 1.1 referrers, where cosign looks only when it is told to. */
  ociReferrers?: boolean;
}

/**
 * A command with what it is for.
 *
 * @public
 */
export interface Command {
  title: string;
  /** One line for a POSIX shell. */
  command: string;
}

/**
 * Commands that reproduce a verdict in a terminal, most telling first: `cosign verify`, `cosign verify-attestation`, `helm pull
 * --verify`, `oras discover` and `helm pull` by digest. Everything a publisher may have written is quoted as one word, behind `=`, so that it is never
 * read as an option or another command; a command that cannot be written safely is left out.
 *
 * @public
 */
export function verifyCommands(input: VerifyCommandsInput): Command[] {
  const reference = `${input.registry}/${input.repository}@${input.digest}`;
  if (!isReference(reference)) {
    return [];
  }
  const alternatives = input.anyOf.flatMap(requirement =>
    requirement.kind === 'keyring'
      ? helmCommands(requirement.keyring, input)
      : cosignCommands(requirement, reference, input),
  );
  const plain = input.plainHttp ? ['--plain-http'] : [];
  return [
    ...numbered(alternatives),
    ...command('List what is attached', [
      'oras',
      'discover',
      ...plain,
      reference,
    ]),
    ...command('Pull exactly these bytes', [
      'helm',
      'pull',
      ...plain,
      `oci://${reference}`,
    ]),
  ];
}

type CosignRequirement = Exclude<SignerRequirement, { kind: 'keyring' }>;

/** By version, although a tag can move: `--verify` looks for a file that is named after what it was asked for, and fails by digest. */
function helmCommands(
  keyring: string,
  {
    registry,
    repository,
    version,
    keyringPaths = {},
    plainHttp,
    provenanceFile = true,
  }: VerifyCommandsInput,
): Command[] {
  return version && provenanceFile
    ? command('Verify the provenance file', [
        ...['helm', 'pull', '--verify'],
        `--keyring=${ownOf(keyringPaths, keyring) ?? `${keyring}.gpg`}`,
        `--version=${version}`,
        ...(plainHttp ? ['--plain-http'] : []),
        `oci://${registry}/${repository}`,
      ])
    : [];
}

function cosignCommands(
  requirement: CosignRequirement,
  reference: string,
  input: VerifyCommandsInput,
): Command[] {
  if (isEd25519(requirement, input)) {
    return [];
  }
  const who = signerOptions(requirement, input);
  const http = input.plainHttp ? ['--allow-http-registry'] : [];
  return [
    ...command('Verify the signature', [
      'cosign',
      'verify',
      ...who,
      ...sourceOptions(requirement, input),
      ...(input.ociReferrers ? ['--experimental-oci11'] : []),
      ...http,
      reference,
    ]),
    ...(input.requireAttestations ?? []).flatMap(type =>
      command(`Verify the attestation ${type}`, [
        'cosign',
        'verify-attestation',
        `--type=${type}`,
        ...who,
        ...http,
        reference,
      ]),
    ),
  ];
}

/**
 * cosign 2.6 and 3 sign with Ed25519ph and verify with plain Ed25519, so they refuse their own signatures.
 *
 * @internal
 */
export function isEd25519(
  requirement: SignerRequirement,
  { ed25519Keys = [] }: VerifyCommandsInput,
): boolean {
  return requirement.kind === 'key' && ed25519Keys.includes(requirement.key);
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

function signerOptions(
  requirement: CosignRequirement,
  {
    rootPaths = {},
    keyPaths = {},
    keysWithoutLog = [],
    keyLogRootPath,
  }: VerifyCommandsInput,
): string[] {
  if (requirement.kind === 'key') {
    const { key } = requirement;
    const log =
      keyLogRootPath === undefined ? [] : [`--trusted-root=${keyLogRootPath}`];
    return [
      `--key=${ownOf(keyPaths, key) ?? `${key}.pub`}`,
      ...(keysWithoutLog.includes(key) ? ['--insecure-ignore-tlog=true'] : log),
    ];
  }
  const { root, issuer, subject, subjectPattern } = requirement;
  const rootPath = ownOf(rootPaths, root);
  return [
    // cosign searches for its pattern anywhere in the subject; ours must match all of it.
    subjectPattern === undefined
      ? `--certificate-identity=${subject ?? ''}`
      : `--certificate-identity-regexp=^(?:${subjectPattern})$`,
    `--certificate-oidc-issuer=${issuer}`,
    ...(rootPath === undefined ? [] : [`--trusted-root=${rootPath}`]),
  ];
}

/** cosign can ask for a source repository on GitHub only, and only for a whole name. */
function sourceOptions(
  requirement: CosignRequirement,
  { expectedSource }: VerifyCommandsInput,
): string[] {
  const source = normaliseSource(expectedSource ?? '');
  const name = /^github\.com\/([^/*]+\/[^/*]+)$/.exec(source ?? '')?.[1];
  return requirement.kind === 'keyless' && name !== undefined
    ? [`--certificate-github-workflow-repository=${name}`]
    : [];
}

function command(title: string, words: readonly string[]): Command[] {
  const quoted = words.map(shellQuote);
  return quoted.includes(undefined)
    ? []
    : [{ title, command: quoted.join(' ') }];
}

function isReference(text: string): boolean {
  try {
    return parseReference(text).digest !== undefined;
  } catch {
    return false;
  }
}

function ownOf(
  paths: Readonly<Record<string, string>>,
  id: string,
): string | undefined {
  return Object.hasOwn(paths, id) ? paths[id] : undefined;
}
