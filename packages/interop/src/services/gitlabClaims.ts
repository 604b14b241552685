import { createHash } from 'node:crypto';

/** A job of a GitLab pipeline that asks for an `id_token`. */
export interface GitlabJob {
  /** `group/project`, with as many groups as there are. */
  projectPath: string;
  /** Name of the branch or tag, without `refs/`. */
  ref: string;
  refType: 'branch' | 'tag';
  /** What started the pipeline. Default `push`. */
  pipelineSource?: string;
  /** Default `private`. */
  visibility?: 'public' | 'internal' | 'private';
}

/**
 * The claims of the token that gitlab.com would give to that job.
 *
 * @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
export function gitlabClaims(job: GitlabJob) {
  const { projectPath, ref, refType } = job;
  const owner = projectPath.slice(0, projectPath.lastIndexOf('/'));
  const fullRef = `refs/${refType === 'tag' ? 'tags' : 'heads'}/${ref}`;
  const commit = sha1(`${projectPath}@${fullRef}`);
  return {
    sub: `project_path:${projectPath}:ref_type:${refType}:ref:${ref}`,
    project_id: numberOf(projectPath),
    project_path: projectPath,
    namespace_id: numberOf(owner),
    namespace_path: owner,
    user_id: '4271',
    user_login: 'acme-release-bot',
    user_email: 'release-bot@acme.example',
    user_access_level: 'maintainer',
    user_identities: [],
    pipeline_id: numberOf(commit),
    pipeline_source: job.pipelineSource ?? 'push',
    job_id: numberOf(`${commit} job`),
    ref,
    ref_type: refType,
    ref_path: fullRef,
    ref_protected: 'true',
    runner_id: 12_270_852,
    runner_environment: 'gitlab-hosted',
    sha: commit,
    ci_config_ref_uri: `gitlab.com/${projectPath}//.gitlab-ci.yml@${fullRef}`,
    ci_config_sha: commit,
    project_visibility: job.visibility ?? 'private',
  };
}

/** GitLab's ids are strings of digits in its tokens. */
function numberOf(text: string): string {
  return String(
    10_000_000 + (parseInt(sha1(text).slice(0, 7), 16) % 89_999_999),
  );
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
