import { compareVersions } from '../../tags/versions';
import { tagToVersion } from '../../tags/tagNames';

/** By which a version in the registry and one in a legacy index are the same: the text, with `_` read as the `+` it stands for. */
export function versionKey(version: string): string {
  return tagToVersion(version);
}

/** By which a consumer means a version: Helm takes `v1.8.2` for `1.8.2` too. */
export function meantKey(version: string): string {
  return versionKey(version).replace(/^v(?=\d)/, '');
}

/** True for one exact version; false for a range, a tag that is none, and nonsense. */
export function isExactVersion(text: string): boolean {
  const version = versionKey(text);
  return compareVersions(version, version) !== undefined;
}
