import { createHash } from 'node:crypto';

/** A GitHub Actions run; `caller` is the repository when the workflow is reusable. */
export interface WorkflowSigner {
  kind: 'workflow';
  /** `owner/name` of the source repository. */
  repository: string;
  /** The branch or tag that was built. */
  ref: string;
  /** `owner/name/path@ref` of the workflow whose job signed. */
  jobWorkflow: string;
  trigger: 'push' | 'workflow_dispatch';
  /** The commit that was built, when the ref has moved. */
  commit?: string;
}

export interface PersonSigner {
  kind: 'person';
  email: string;
}

export interface KeySigner {
  kind: 'key';
  /** File name of the key pair, without its ending. */
  key: string;
}

export type Signer = WorkflowSigner | PersonSigner | KeySigner;

/** The release workflow of a repository, run for a version's tag. */
export function releaseWorkflow(
  repository: string,
  version: string,
): WorkflowSigner {
  const ref = `refs/tags/v${version}`;
  return {
    kind: 'workflow',
    repository,
    ref,
    jobWorkflow: `${repository}/.github/workflows/release.yml@${ref}`,
    trigger: 'push',
  };
}

/** The claims of the token that GitHub Actions would give to that run. */
export function actionsClaims(signer: WorkflowSigner, run: number) {
  const { repository, ref, jobWorkflow, trigger } = signer;
  const [owner, name] = repository.split('/');
  const sha = signer.commit ?? commitOf(`${repository}@${ref}`);
  const callsReusable = !jobWorkflow.startsWith(`${repository}/`);
  const caller = callsReusable
    ? `${repository}/.github/workflows/ci.yml@${ref}`
    : jobWorkflow;
  return {
    sub: `repo:${repository}:ref:${ref}`,
    actor: 'acme-release-bot',
    actor_id: '90210',
    repository,
    repository_id: String(numberOf(name, 600_000_000)),
    repository_owner: owner,
    repository_owner_id: '13370042',
    repository_visibility: 'internal',
    workflow: callsReusable ? 'ci' : 'release',
    workflow_ref: caller,
    workflow_sha: sha,
    job_workflow_ref: jobWorkflow,
    job_workflow_sha: callsReusable ? commitOf(jobWorkflow) : sha,
    ref,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    sha,
    event_name: trigger,
    run_id: String(18_400_000_000 + run * 731_017),
    run_number: String(run),
    run_attempt: '1',
    runner_environment: 'github-hosted',
    base_ref: '',
    head_ref: '',
  };
}

export function personClaims(signer: PersonSigner) {
  return {
    sub: signer.email,
    email: signer.email,
    email_verified: true,
  };
}

/** A stable stand-in for the commit that a ref pointed at. */
export function commitOf(ref: string): string {
  return createHash('sha1').update(ref).digest('hex');
}

function numberOf(text: string, base: number): number {
  return base + (parseInt(commitOf(text).slice(0, 7), 16) % 99_999_999);
}
