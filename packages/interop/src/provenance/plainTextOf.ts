/** The text that a provenance file signs, as gpg wants it to sign it again. */
export function plainTextOf(prov: string): string {
  const text = /\n\n([\s\S]*?)\n-----BEGIN PGP SIGNATURE-----/.exec(prov)?.[1];
  if (text === undefined) {
    throw new Error('helm wrote no clear-signed message');
  }
  return text.replace(/^- /gm, '');
}
