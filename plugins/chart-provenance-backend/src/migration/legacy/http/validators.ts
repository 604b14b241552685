/**
 * Of the reader and of what it is kept for: after a change of either the index is read again, whatever the server says. Raise it when the
 * same bytes would give other entries.
 */
const READER = 'index 1 ';
const LENGTH = 500;

/** What an answer says of itself, to be kept until the next question; null when it says nothing that can be used. */
export function validatorOf(
  headers: Readonly<Record<string, string>>,
): string | null {
  const { etag, 'last-modified': lastModified } = headers;
  const said = isEtag(etag) ? etag : lastModified;
  return said !== undefined && isHeaderText(said) ? `${READER}${said}` : null;
}

/** The next question's headers. */
export function conditionOf(validator: string | null): Record<string, string> {
  if (!validator?.startsWith(READER)) {
    return {};
  }
  const said = validator.slice(READER.length);
  return isEtag(said)
    ? { 'if-none-match': said }
    : { 'if-modified-since': said };
}

function isEtag(text: string | undefined): text is string {
  return /^(?:W\/)?"[^"]*"$/.test(text ?? '');
}

/** It goes into a header as it is. */
function isHeaderText(text: string): boolean {
  return text.length <= LENGTH && /^[\x20-\x7e]+$/.test(text);
}
