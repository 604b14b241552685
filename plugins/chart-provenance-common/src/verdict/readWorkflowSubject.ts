const WORKFLOW =
  /^https:\/\/([^/\s]+)\/([^\s@]+?)\/(?:\.github|\.gitea|\.forgejo)\/workflows\/([^\s@/]+)@(\S+)$/;
const GITLAB = /^https:\/\/([^/\s]+)\/([^\s@]+?)\/\/([^\s@]+)@(\S+)$/;

/**
 * Parts of a certificate's subject that is a workflow.
 *
 * @internal
 */
export interface WorkflowSubject {
  /** In lower case. */
  host: string;
  repository: string;
  file: string;
  ref: string;
  /** github.com, or gitlab.com for GitLab's way to write it. */
  isUsualHost: boolean;
}

/**
 * Reads the subject of a workflow, as GitHub, Gitea, Forgejo and GitLab write them; undefined for a person's, a machine's or any other.
 *
 * @internal
 */
export function readWorkflowSubject(
  subject: string,
): WorkflowSubject | undefined {
  const workflow = WORKFLOW.exec(subject);
  const parts = workflow ?? GITLAB.exec(subject);
  if (!parts) {
    return undefined;
  }
  const [, written, repository, file, ref] = parts;
  const host = written.toLowerCase();
  const isUsualHost = host === (workflow ? 'github.com' : 'gitlab.com');
  return { host, repository, file, ref, isUsualHost };
}
