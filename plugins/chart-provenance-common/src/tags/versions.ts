import { compare, compareBuild, parse, SemVer } from 'semver';

const MAX_VERSION_LENGTH = 256;

/**
 * Reads a chart version. Helm accepts a leading `v`; so does this. Shortened versions (`1`, `1.8`) are not versions.
 *
 * @internal
 */
export function parseVersion(version: string): SemVer | null {
  return version.length > MAX_VERSION_LENGTH ? null : parse(version);
}

/**
 * Precedence of two chart versions as in SemVer 2.0.0, section 11: negative when `a` is lower, zero when neither is
 * (build metadata has no precedence). `undefined` when one of them is not a version.
 *
 * @see https://semver.org/spec/v2.0.0.html#spec-item-11
 * @public
 */
export function compareVersions(a: string, b: string): number | undefined {
  const left = parseVersion(a);
  const right = parseVersion(b);
  return left && right ? compare(left, right) : undefined;
}

/**
 * A new array, highest version first. What is not a version comes last, in code unit order; so the result is the same
 * for the same set however it was ordered before.
 *
 * @public
 */
export function sortVersions(versions: readonly string[]): string[] {
  return versions
    .map(text => ({ text, version: parseVersion(text) }))
    .sort((a, b) => {
      if (a.version && b.version) {
        return compareBuild(b.version, a.version) || byCodeUnit(a.text, b.text);
      }
      if (a.version || b.version) {
        return a.version ? -1 : 1;
      }
      return byCodeUnit(a.text, b.text);
    })
    .map(({ text }) => text);
}

/**
 * True when the version has a pre-release part, or is not a version at all: neither is offered as the newest.
 *
 * @public
 */
export function isPrerelease(version: string): boolean {
  const parsed = parseVersion(version);
  return parsed === null || parsed.prerelease.length > 0;
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
