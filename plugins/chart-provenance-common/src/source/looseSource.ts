/**
 * A source as distrust compares it: in lower case, without user, query and fragment, which most hosts ignore. Where a spelling that is not
 * understood would be trusted, too much is better understood than too little; for what is to be trusted see `normaliseSource`.
 *
 * @internal
 */
export function looseSource(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[?#].*$/s, '')
      .replace(/^((?:git\+)?[a-z]+:\/\/)[^/@]*@/, '$1')
      // As in `org-1234@github.com:acme/tools`.
      .replace(/^[^/@:]+@(?=[a-z0-9.-]+:)/, 'git@')
  );
}
