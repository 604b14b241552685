import { actionsClaims } from '../../company/signers.ts';
import { gitlabClaims } from '../../services/gitlabClaims.ts';
import type { IdentityId, KeyId, SignerId } from '../cells/types.ts';

/** Who a keyless signer is, as certificates and policies name them. */
export interface Identity {
  issuer: string;
  subject: string;
  /** Source repository, as the certificate's extension has it. */
  source: string;
}

const GITHUB = 'https://token.actions.githubusercontent.com';
const GITLAB = 'https://gitlab.com';

export const IDENTITIES: Record<IdentityId, Identity> = {
  github: {
    issuer: GITHUB,
    subject:
      'https://github.com/acme/bench/.github/workflows/release.yml@refs/tags/v1.0.0',
    source: 'https://github.com/acme/bench',
  },
  'github-fork': {
    issuer: GITHUB,
    subject:
      'https://github.com/mallory/bench/.github/workflows/release.yml@refs/tags/v1.0.0',
    source: 'https://github.com/mallory/bench',
  },
  gitlab: {
    issuer: GITLAB,
    subject: 'https://gitlab.com/acme/bench//.gitlab-ci.yml@refs/heads/main',
    source: 'https://gitlab.com/acme/bench',
  },
};

export const KEYS: readonly KeyId[] = ['p256', 'p256-other', 'rsa', 'ed25519'];

export function isKey(signer: SignerId): signer is KeyId {
  return KEYS.some(key => key === signer);
}

/** Claims of the token that GitHub would give to that release. */
export function githubClaims(signer: 'github' | 'github-fork') {
  const repository = signer === 'github' ? 'acme/bench' : 'mallory/bench';
  const ref = 'refs/tags/v1.0.0';
  return actionsClaims(
    {
      kind: 'workflow',
      repository,
      ref,
      jobWorkflow: `${repository}/.github/workflows/release.yml@${ref}`,
      trigger: 'push',
    },
    7,
  );
}

/** Claims of the token that GitLab would give to a job on the main branch. */
export const GITLAB_CLAIMS = gitlabClaims({
  projectPath: 'acme/bench',
  ref: 'main',
  refType: 'branch',
});
