const NOUN = new Map([
  ['root', 'trust root'],
  ['key', 'key'],
  ['keyring', 'keyring'],
  ['store', 'certificate store'],
]);

/**
 * Trust material in words: `root:acme` is `trust root acme`. A kind that this page does not know, from a newer backend, is shown as it is.
 *
 * @internal
 */
export function trustWords(trust: string): string {
  const at = trust.indexOf(':');
  const noun = NOUN.get(trust.slice(0, at));
  return noun ? `${noun} ${trust.slice(at + 1)}` : trust;
}
