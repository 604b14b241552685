const SIGNATURE_TAG =
  /^(?:sha256-[0-9a-f]{64}|sha512-[0-9a-f]{128})(?:[.-][A-Za-z0-9_.-]{1,62})?$/;

/**
 * What Helm may take for a version, and offer as the newest: it reads larger numbers and emptier suffixes than `semver` does. A tag
 * that is no version here and one there would bring back an old chart.
 *
 * @see https://github.com/Masterminds/semver/blob/v3.4.0/version.go
 */
const FULL_VERSION = /^v?\d+\.\d+\.\d+(?:$|[-+])/;

/**
 * The version a tag stands for: `helm push` writes `+` as `_`, because a tag cannot hold `+`.
 *
 * @public
 */
export function tagToVersion(tag: string): string {
  return tag.replaceAll('_', '+');
}

/**
 * The tag `helm push` gives a chart version.
 *
 * @public
 */
export function versionToTag(version: string): string {
  return version.replaceAll('+', '_');
}

/**
 * Tags that only carry evidence: the referrers fallback (`sha256-<hex>`) and cosign's `.sig`, `.att` and `.sbom`.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema
 * @public
 */
export function isSignatureTag(tag: string): boolean {
  return SIGNATURE_TAG.test(tag);
}

/**
 * True for a tag that promises no version, such as `stable`, `latest`, `1` or `1.8`, and so may move. A tag that reads as a
 * full version promises that version, with or without a leading `v`.
 *
 * @public
 */
export function isFloatingTag(tag: string): boolean {
  return !isSignatureTag(tag) && !FULL_VERSION.test(tagToVersion(tag));
}

/**
 * Does the tag promise exactly this version? Build metadata counts, a leading `v` does not: it changes nothing about the
 * version that is promised.
 *
 * @public
 */
export function tagPromises(tag: string, version: string): boolean {
  return withoutV(tag) === withoutV(versionToTag(version));
}

function withoutV(tag: string): string {
  return tag.replace(/^v(?=\d)/, '');
}
