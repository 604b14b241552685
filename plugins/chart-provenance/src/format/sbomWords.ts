import {
  SbomChange,
  SbomComponentKind,
} from 'backstage-plugin-chart-provenance-common';

/**
 * Kinds of components in the order in which they are offered.
 *
 * @internal
 */
export const SBOM_KINDS: readonly SbomComponentKind[] = [
  'package',
  'image',
  'chart',
  'other',
];

/**
 * Differences in the order in which they are counted: what came first.
 *
 * @internal
 */
export const SBOM_CHANGES: readonly SbomChange[] = [
  'added',
  'removed',
  'changed',
  'same',
];

/**
 * A kind of component in words.
 *
 * @internal
 */
export const KIND_WORD: Record<SbomComponentKind, string> = {
  package: 'package',
  image: 'container image',
  chart: 'chart',
  other: 'other',
};

/**
 * A difference in words.
 *
 * @internal
 */
export const CHANGE_WORD: Record<SbomChange, string> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  same: 'same',
};

/**
 * Is the text a kind of component? For values that come from the address bar.
 *
 * @internal
 */
export function isSbomKind(value: string | null): value is SbomComponentKind {
  return SBOM_KINDS.some(kind => kind === value);
}

/**
 * Is the text a difference? For values that come from the address bar.
 *
 * @internal
 */
export function isSbomChange(value: string | null): value is SbomChange {
  return SBOM_CHANGES.some(change => change === value);
}
