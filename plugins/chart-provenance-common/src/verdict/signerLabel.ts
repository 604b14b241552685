import { Signer } from './types';

const WORKFLOW =
  /^https:\/\/[^/\s]+\/([^\s@]+?)\/(?:\.github|\.gitea|\.forgejo)\/workflows\/([^\s@/]+)@(\S+)$/;
const GITLAB = /^https:\/\/[^/\s]+\/([^\s@]+?)\/\/([^\s@]+)@(\S+)$/;
const MAX_LENGTH = 160;

/**
 * Who signed, short enough for a table cell: `acme/payments · release.yml @ refs/tags/v1.8.2`, an email address, or
 * `key release-2026`, or `PGP key b0296128af8de2e8 of keyring edge-team`. At most 160 characters; plain text, to be escaped where it is shown.
 *
 * @public
 */
export function signerLabel(signer: Signer): string {
  if (signer.kind === 'key') {
    return cut(`key ${signer.key}`);
  }
  if (signer.kind === 'pgp') {
    return cut(`PGP key ${signer.keyId} of keyring ${signer.keyring}`);
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
