import { join } from 'node:path';
import { ISSUER, type Policy } from '../company/policies.ts';
import { attempt } from '../process/run.ts';

const EXCERPT_CHARACTERS = 600;

export interface CosignRecord {
  /** As one would type it at the root of this repository. */
  command: string[];
  exitCode: number;
  stderr: string;
}

export interface VerifyOptions {
  program: string;
  env: NodeJS.ProcessEnv;
  /** Folder that stands for `examples/trust`. */
  trust: string;
}

/** Runs `cosign verify` with what the policy asks for and keeps what it said. */
export async function cosignVerify(
  reference: string,
  policy: Policy,
  options: VerifyOptions,
): Promise<CosignRecord> {
  const args = (trust: string) => [
    ...['verify', '--trusted-root', join(trust, 'trusted_root.json')],
    ...(policy.kind === 'key'
      ? ['--key', join(trust, 'keys', `${policy.key}.pub`)]
      : [
          ...['--certificate-oidc-issuer', ISSUER],
          ...['--certificate-identity-regexp', policy.identityPattern],
          '--certificate-github-workflow-repository',
          policy.sourceRepository,
        ]),
    reference,
  ];
  const outcome = await attempt(options.program, args(options.trust), {
    env: options.env,
  });
  return {
    command: ['cosign', ...args('examples/trust')],
    exitCode: outcome.exitCode,
    stderr: excerpt(outcome.stderr),
  };
}

function excerpt(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > EXCERPT_CHARACTERS
    ? `${trimmed.slice(0, EXCERPT_CHARACTERS)}…`
    : trimmed;
}
