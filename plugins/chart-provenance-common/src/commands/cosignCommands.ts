import { SignerRequirement } from '../policy/types';
import { isProvenance, SLSA_PROVENANCE } from '../policy/predicateTypes';
import { normaliseSource } from '../source/normaliseSource';
import { Command, VerifyCommandsInput } from './VerifyCommandsInput';
import { pathOf, writeCommand } from './writeCommand';

/**
 * Whom cosign can ask for.
 *
 * @internal
 */
export type CosignRequirement = Extract<
  SignerRequirement,
  { kind: 'keyless' | 'key' }
>;

/** Issuer of GitHub Actions: what cosign calls `github-workflow` is in certificates of its identities alone. */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * `cosign verify` for one who may sign.
 *
 * @internal
 */
export function cosignVerify(
  requirement: CosignRequirement,
  reference: string,
  input: VerifyCommandsInput,
): Command[] {
  return isUnverifiableKey(requirement, input)
    ? []
    : writeCommand('Verify the signature', [
        'cosign',
        'verify',
        ...signerOptions(requirement, input),
        ...sourceOptions(requirement, input),
        ...(input.ociReferrers ? ['--experimental-oci11'] : []),
        ...httpOptions(input),
        reference,
      ]);
}

/**
 * `cosign verify-attestation` for one who may have attested a type.
 *
 * @internal
 */
export function cosignVerifyAttestation(
  type: string,
  requirement: CosignRequirement,
  reference: string,
  input: VerifyCommandsInput & {
    /** The attester is the signer, and so has the signer's source. */
    bySigner: boolean;
  },
): Command[] {
  return isUnverifiableKey(requirement, input)
    ? []
    : writeCommand(`Verify the attestation ${type}`, [
        'cosign',
        'verify-attestation',
        `--type=${type}`,
        ...signerOptions(requirement, input),
        ...(input.bySigner || type === SLSA_PROVENANCE || isProvenance(type)
          ? sourceOptions(requirement, input)
          : []),
        ...httpOptions(input),
        reference,
      ]);
}

/**
 * cosign 2.6 and 3 sign with Ed25519ph and verify with plain Ed25519, so they refuse their own signatures.
 *
 * @internal
 */
export function isUnverifiableKey(
  requirement: SignerRequirement,
  { ed25519Keys = [] }: VerifyCommandsInput,
): boolean {
  return requirement.kind === 'key' && ed25519Keys.includes(requirement.key);
}

function signerOptions(
  requirement: CosignRequirement,
  {
    rootPaths,
    keyPaths,
    keysWithoutLog = [],
    keyLogRootPath,
  }: VerifyCommandsInput,
): string[] {
  if (requirement.kind === 'key') {
    const { key } = requirement;
    const log =
      keyLogRootPath === undefined ? [] : [`--trusted-root=${keyLogRootPath}`];
    return [
      `--key=${pathOf(keyPaths, key) ?? `${key}.pub`}`,
      ...(keysWithoutLog.includes(key) ? ['--insecure-ignore-tlog=true'] : log),
    ];
  }
  const { root, issuer, subject, subjectPattern, trigger } = requirement;
  const rootPath = pathOf(rootPaths, root);
  return [
    // cosign searches for its pattern anywhere in the subject; ours must match all of it.
    subjectPattern === undefined
      ? `--certificate-identity=${subject ?? ''}`
      : `--certificate-identity-regexp=^(?:${subjectPattern})$`,
    `--certificate-oidc-issuer=${issuer}`,
    ...(trigger !== undefined && issuer === GITHUB_ISSUER
      ? [`--certificate-github-workflow-trigger=${trigger}`]
      : []),
    ...(rootPath === undefined ? [] : [`--trusted-root=${rootPath}`]),
  ];
}

/**
 * What is asked of a certificate that cosign has no option for.
 *
 * @internal
 */
export function notAskedByCosign(requirement: SignerRequirement): string[] {
  if (requirement.kind !== 'keyless') {
    return [];
  }
  const { issuer, trigger } = requirement;
  return [
    ...(requirement.sourceRepositoryId === undefined
      ? []
      : [`source repository id ${requirement.sourceRepositoryId} (.15)`]),
    ...(requirement.sourceOwnerId === undefined
      ? []
      : [`source owner id ${requirement.sourceOwnerId} (.17)`]),
    ...(requirement.runnerEnvironment === undefined
      ? []
      : [`runner environment ${requirement.runnerEnvironment} (.11)`]),
    ...(trigger === undefined || issuer === GITHUB_ISSUER
      ? []
      : [`trigger ${trigger} (.20)`]),
  ];
}

/** cosign can ask for a source repository on GitHub only, and only for a whole name. */
function sourceOptions(
  requirement: CosignRequirement,
  { expectedSource }: VerifyCommandsInput,
): string[] {
  const name = githubRepository(expectedSource);
  return requirement.kind === 'keyless' && name !== undefined
    ? [`--certificate-github-workflow-repository=${name}`]
    : [];
}

/**
 * `acme/payments` of an expected source that is one repository on GitHub.
 *
 * @internal
 */
export function githubRepository(
  expectedSource: string | null | undefined,
): string | undefined {
  const source = normaliseSource(expectedSource ?? '');
  return /^github\.com\/([^/*]+\/[^/*]+)$/.exec(source ?? '')?.[1];
}

function httpOptions({ plainHttp }: VerifyCommandsInput): string[] {
  return plainHttp ? ['--allow-http-registry'] : [];
}
