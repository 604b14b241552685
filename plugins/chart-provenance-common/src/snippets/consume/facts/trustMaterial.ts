import { SnippetError } from '../../SnippetError';

const PEM =
  /^-----BEGIN PUBLIC KEY-----\n(?:[A-Za-z0-9+/]{1,76}={0,2}\n){1,40}-----END PUBLIC KEY-----$/;
/** How the DER of an Ed25519 key begins. */
const ED25519 = 'MCowBQYDK2Vw';
const FILE_NAME = /^[A-Za-z0-9][\w.-]{0,60}$/;

/** A public key as it may stand in a file, without a line break at the end. @throws SnippetError `unsafe` */
export function publicKeyText(pem: string): string {
  const text = pem.replaceAll('\r\n', '\n').trim();
  if (!PEM.test(text)) {
    throw new SnippetError(
      'unsafe',
      'No text is made: a public key of the policy is not PEM.',
    );
  }
  return text;
}

/** cosign 2.6 and 3 sign with such keys in a form that they do not verify, and so does Flux, which verifies with cosign. */
export function isEd25519(pem: string): boolean {
  return pem.includes(ED25519);
}

/** The `trusted_root.json` of a root, written anew. @throws SnippetError `unsafe` */
export function trustedRootText(text: string | null): string {
  try {
    const written = JSON.stringify(JSON.parse(text ?? ''), null, 2);
    // What cannot be seen, or turns the line round, is seen by nobody who reviews the file.
    return `${written.replace(
      /[\u007f-\uffff]/g,
      unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )}\n`;
  } catch {
    throw new SnippetError(
      'unsafe',
      'No text is made: the trust root of the policy is not JSON.',
    );
  }
}

/** The id of a key or root, where it can be the name of a file wherever it is unpacked. @throws SnippetError `unsafe` */
export function fileName(id: string): string {
  if (!FILE_NAME.test(id)) {
    throw new SnippetError(
      'unsafe',
      'No text is made: the id of a key or root cannot be the name of a file.',
    );
  }
  return id;
}
