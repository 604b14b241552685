const NUMBER = '[0-9xX*]+';
const LABELS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const VERSION = `v?${NUMBER}(?:\\.${NUMBER}){0,2}(?:-${LABELS})?(?:\\+${LABELS})?`;
const OPERATOR = '(?:=>|=<|>=|<=|!=|~>|[=<>~^])?';
const TERM = new RegExp(`^${OPERATOR}\\s*${VERSION}$`);
const HYPHENS = new RegExp(`(${VERSION})\\s+-\\s+(${VERSION})`, 'g');
const SPACE_AFTER_OPERATOR = /([=<>~^])\s+/g;
const MAX_LENGTH = 256;

/**
 * Is it a range of versions, after the grammar that Helm, Argo CD and Flux share?
 *
 * @see https://github.com/Masterminds/semver/blob/v3.4.0/constraints.go
 */
export function isConstraint(text: string): boolean {
  return (
    text.length <= MAX_LENGTH &&
    text.split('||').every(part => {
      const terms = part
        .replace(HYPHENS, '>=$1 <=$2')
        .replace(SPACE_AFTER_OPERATOR, '$1')
        .trim()
        .split(/\s*,\s*|\s+/);
      return terms.every(term => TERM.test(term));
    })
  );
}
