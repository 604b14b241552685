import { Signer } from './types';
import { readWorkflowSubject } from './readWorkflowSubject';

const MAX_LENGTH = 160;

/**
 * Who signed, short enough for a table cell: `acme/payments · release.yml @ refs/tags/v1.8.2` (with the host before it, unless it is
 * github.com or gitlab.com), an email address, `key release-2026`, `PGP key b0296128af8de2e8 of keyring edge-team`, or `certificate
 * CN=release,O=Acme of store acme`. At most 160 characters; plain text, to be escaped where it is shown.
 *
 * @public
 */
export function signerLabel(signer: Signer): string {
  switch (signer.kind) {
    case 'key':
      return cut(`key ${signer.key}`);
    case 'pgp':
      return cut(`PGP key ${signer.keyId} of keyring ${signer.keyring}`);
    case 'x509':
      return cut(`certificate ${signer.subject} of store ${signer.store}`);
    default:
      return cut(workflowLabel(signer.subject) ?? signer.subject);
  }
}

function workflowLabel(subject: string): string | undefined {
  const parts = readWorkflowSubject(subject);
  if (!parts) {
    return undefined;
  }
  const { host, repository, file, ref, isUsualHost } = parts;
  // Anybody can run a host with a repository of the same name.
  const at = isUsualHost ? '' : `${host}/`;
  return `${at}${repository} · ${file} @ ${ref}`;
}

function cut(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
