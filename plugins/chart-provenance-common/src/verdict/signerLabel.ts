import { Signer } from './types';

const WORKFLOW =
  /^https:\/\/[^/\s]+\/([^\s@]+?)\/(?:\.github|\.gitea|\.forgejo)\/workflows\/([^\s@/]+)@(\S+)$/;
const GITLAB = /^https:\/\/[^/\s]+\/([^\s@]+?)\/\/([^\s@]+)@(\S+)$/;
const MAX_LENGTH = 160;

/**
 * Who signed, short enough for a table cell: `acme/payments · release.yml @ refs/tags/v1.8.2`, an email address, or
 * `key release-2026`. At most 160 characters; plain text, to be escaped where it is shown.
 *
 * @public
 */
export function signerLabel(signer: Signer): string {
  if (signer.kind === 'key') {
    return cut(`key ${signer.key}`);
  }
  const parts = WORKFLOW.exec(signer.subject) ?? GITLAB.exec(signer.subject);
  if (!parts) {
    return cut(signer.subject);
  }
  const [, repository, workflow, ref] = parts;
  return cut(`${repository} · ${workflow} @ ${ref}`);
}

function cut(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
