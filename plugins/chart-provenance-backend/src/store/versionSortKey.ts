const SEMVER =
  /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/** Longest key kept; versions that differ only beyond it tie. */
const MAX_KEY_LENGTH = 512;

/**
 * Text that compares, byte by byte, as semver precedence compares versions, so that SQL can order and page by it.
 * What is not semver sorts below everything that is.
 *
 * A number is its count of digits (two places) and its digits. A release ends in `~`, above the `-` of a pre-release.
 * Identifiers of a pre-release are `1` + number or `2` + text, each closed by `,`, which is below every character of theirs.
 */
export function versionSortKey(version: string): string {
  const match = SEMVER.exec(version);
  if (!match) {
    return `!${version}`.slice(0, MAX_KEY_LENGTH);
  }
  const [, major, minor, patch, prerelease] = match;
  const core = [major, minor, patch].map(numberKey).join('');
  const rest =
    prerelease === undefined
      ? '~'
      : `-${prerelease.split('.').map(identifierKey).join('')}`;
  return (core + rest).slice(0, MAX_KEY_LENGTH);
}

function numberKey(digits: string): string {
  const significant = digits.slice(0, 99);
  return String(significant.length).padStart(2, '0') + significant;
}

function identifierKey(identifier: string): string {
  return /^\d+$/.test(identifier)
    ? `1${numberKey(identifier)},`
    : `2${identifier},`;
}
