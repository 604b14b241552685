import { SignerRequirement } from '../policy/types';
import { githubRepository } from './cosignCommands';
import { Command, VerifyCommandsInput } from './VerifyCommandsInput';
import { writeCommand } from './writeCommand';

type Keyless = Extract<SignerRequirement, { kind: 'keyless' }>;

/**
 * `gh attestation verify`, for what was attested under GitHub's own instance. It asks for a repository, so there is none where the expected
 * source is no single one on GitHub.
 *
 * @see https://cli.github.com/manual/gh_attestation_verify
 * @internal
 */
export function githubVerify(
  type: string,
  { issuer, subject, subjectPattern, runnerEnvironment }: Keyless,
  reference: string,
  { expectedSource }: VerifyCommandsInput,
): Command[] {
  const name = githubRepository(expectedSource);
  return name === undefined
    ? []
    : writeCommand(`Verify the attestation ${type}`, [
        'gh',
        'attestation',
        'verify',
        '--bundle-from-oci',
        `--predicate-type=${type}`,
        `--repo=${name}`,
        subjectPattern === undefined
          ? `--cert-identity=${subject ?? ''}`
          : `--cert-identity-regex=^(?:${subjectPattern})$`,
        `--cert-oidc-issuer=${issuer}`,
        ...(runnerEnvironment === 'github-hosted'
          ? ['--deny-self-hosted-runners']
          : []),
        `oci://${reference}`,
      ]);
}
