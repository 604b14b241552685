/**
 * Base64 of the text's UTF-8 bytes: letters, digits, `+`, `/` and `=`, which nothing on the way expands.
 *
 * @internal
 */
export function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}
