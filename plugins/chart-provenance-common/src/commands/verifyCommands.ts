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
  /** Who may sign, as the policy has it: one group of commands each. */
  anyOf: readonly SignerRequirement[];
  /** Predicate types the policy requires. */
  requireAttestations?: readonly string[];
  expectedSource?: string | null;
  /** Where the reader has the `trusted_root.json` of a root; none for the public instance. */
  rootPaths?: Readonly<Record<string, string>>;
  /** Where the reader has a public key; `<id>.pub` by default. */
  keyPaths?: Readonly<Record<string, string>>;
  /** Keys whose signatures are not in a transparency log. */
  keysWithoutLog?: readonly string[];
  /** The `trusted_root.json` of the log that key signatures are in; none for the public instance's. */
  keyLogRootPath?: string;
  /** The registry speaks HTTP only. */
  plainHttp?: boolean;
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
 * Commands that reproduce a verdict in a terminal, most telling first: `cosign verify`, `cosign verify-attestation`, `oras discover`
 * and `helm pull` by digest. Everything a publisher may have written is quoted as one word, behind `=`, so that it is never
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
    cosignCommands(requirement, reference, input),
  );
  const plain = input.plainHttp ? ['--plain-http'] : [];
  return [
    ...alternatives,
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

function cosignCommands(
  requirement: SignerRequirement,
  reference: string,
  input: VerifyCommandsInput,
): Command[] {
  const who = signerOptions(requirement, input);
  const http = input.plainHttp ? ['--allow-http-registry'] : [];
  return [
    ...command('Verify the signature', [
      'cosign',
      'verify',
      ...who,
      ...sourceOptions(requirement, input),
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

function signerOptions(
  requirement: SignerRequirement,
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
  requirement: SignerRequirement,
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
