import { isDigest } from 'chart-provenance-oras/reference';
import { tagToVersion } from '../../tags/tagNames';
import { compareVersions } from '../../tags/versions';
import { finding } from '../finding';
import { isTemplated } from '../json';
import { Finding, PinKind } from '../types';
import { isConstraint } from './isConstraint';

/**
 * Who reads the text. `helm`: a version or a range, as in Helm, Argo CD's Helm-typed sources and Flux's HelmChart. `tag`: a tag and nothing
 * else, as in Flux's `ref.tag`. `tag-or-range`: a tag, or a range when no such tag is there, as in Argo CD's native OCI sources.
 * `range`: a range only, as in Flux's `ref.semver`.
 *
 * @public
 */
export type VersionGrammar = 'helm' | 'tag' | 'tag-or-range' | 'range';

/**
 * How firmly a text names a version, and what is wrong with it.
 *
 * @public
 */
export interface VersionReading {
  pin: PinKind;
  findings: Finding[];
}

const TAG = /^\w[\w.-]{0,127}$/;

/**
 * Reads a version, range or tag. Shortened versions (`1.2`) are ranges to Helm, and moving tags to others; nothing at all is the newest.
 * Never throws.
 *
 * @public
 */
export function classifyVersion(
  text: string | undefined,
  grammar: VersionGrammar,
): VersionReading {
  if (text === undefined || text === '') {
    return { pin: 'floating', findings: [] };
  }
  if (isTemplated(text)) {
    return { pin: 'templated', findings: [] };
  }
  if (/^sha(?:256|512):/.test(text)) {
    return { pin: 'unknown', findings: [finding('digest-as-version')] };
  }
  return grammar === 'helm' || grammar === 'range'
    ? asVersion(text, grammar)
    : asTag(text, grammar);
}

/**
 * Reads what stands where a digest belongs.
 *
 * @public
 */
export function classifyDigest(text: string): VersionReading {
  if (isTemplated(text)) {
    return { pin: 'templated', findings: [] };
  }
  return isDigest(text)
    ? { pin: 'digest', findings: [] }
    : { pin: 'unknown', findings: [finding('digest-malformed')] };
}

function asVersion(text: string, grammar: 'helm' | 'range'): VersionReading {
  if (isVersion(text.replace(/^=\s*/, ''))) {
    return { pin: 'version', findings: [] };
  }
  if (isConstraint(text)) {
    return { pin: 'range', findings: [] };
  }
  if (text.includes('_') && isVersion(tagToVersion(text))) {
    return { pin: 'unknown', findings: [finding('underscore-in-version')] };
  }
  return {
    pin: grammar === 'helm' && TAG.test(text) ? 'floating' : 'unknown',
    findings: [],
  };
}

function asTag(text: string, grammar: 'tag' | 'tag-or-range'): VersionReading {
  if (text.includes('+') && isVersion(text)) {
    return { pin: 'unknown', findings: [finding('plus-in-tag')] };
  }
  if (isVersion(tagToVersion(text))) {
    return { pin: 'version', findings: [] };
  }
  // Argo CD takes a shortened version for a tag, not for a range.
  const shortened = /^v?\d+(?:\.\d+){0,2}$/.test(text);
  if (grammar === 'tag-or-range' && !shortened && isConstraint(text)) {
    return { pin: 'range', findings: [] };
  }
  return { pin: TAG.test(text) ? 'floating' : 'unknown', findings: [] };
}

/** One exact version, with or without `v`. */
function isVersion(text: string): boolean {
  return compareVersions(text, text) !== undefined;
}
