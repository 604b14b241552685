const OURS = 300;

/** Text of somebody who promised to write no secret, made harmless: one line, printable, cut, and without what we know to be secret. */
export function plainText(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(secret => secret.length >= 4)
    .reduce((clean, secret) => clean.split(secret).join('***'), text)
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, OURS);
}
