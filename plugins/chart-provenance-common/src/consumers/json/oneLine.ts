/** Control characters and what turns the direction of text around: nobody shall make a line look like another one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/** One line of at most `limit` characters, with `…` where it was cut. */
export function oneLine(text: string, limit: number): string {
  const line = text.replace(UNSEEN, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

/** The same for the parts of a reference, without user names and passwords in URLs. */
export function asWritten(...parts: (string | undefined | null)[]): string {
  return oneLine(
    parts
      .filter(part => part)
      .join(' ')
      // From the beginning of a word only: elsewhere each place in a long one would be tried.
      .replace(/\b(\w+:\/\/)[^/@\s]*@/g, '$1'),
    500,
  );
}

/** True when something else fills in the text: `{{…}}` of Argo CD and Helm, `${…}` of Flux. */
export function isTemplated(text: string): boolean {
  return text.includes('{{') || text.includes('${');
}
