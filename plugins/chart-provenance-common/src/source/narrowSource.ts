import { normaliseSource } from './normaliseSource';
import { sourceMatches } from './sourceMatches';

/**
 * The source a chart's provenance must come from, after the entity was heard.
 *
 * @public
 */
export interface NarrowedSource {
  /** Null when the operator names none: then the entity's word counts for nothing. */
  source: string | null;
  /** The entity's source location is within the operator's and made it narrower. */
  narrowed: boolean;
  /** The entity points outside of what the operator allows, and was not heard. */
  contradicts: boolean;
}

/**
 * Lets an entity's `backstage.io/source-location` narrow the operator's expected source: `github.com/acme/*` becomes
 * `github.com/acme/payments` for `url:https://github.com/acme/payments/tree/main/`. It never widens and never replaces: the
 * entity's own file says where it comes from, so it is a claim.
 *
 * @public
 */
export function narrowSource(
  operatorSource: string | null | undefined,
  sourceLocation: string | undefined,
): NarrowedSource {
  const source = operatorSource ?? null;
  if (source === null || sourceLocation === undefined) {
    return { source, narrowed: false, contradicts: false };
  }
  const claimed = repositoryOf(sourceLocation, source);
  if (claimed === null || !sourceMatches(source, claimed)) {
    return { source, narrowed: false, contradicts: true };
  }
  const narrowed = source.includes('*');
  return { source: narrowed ? claimed : source, narrowed, contradicts: false };
}

/** Cuts a location down to a repository: as deep as the operator's pattern, or up to where hosts begin their own paths. */
function repositoryOf(location: string, pattern: string): string | null {
  const url = location.replace(/^(?:url|git):(?=[a-z+]+:\/\/)/i, '');
  const plain = url.replace(/[?#].*$/s, '').replace(/^[a-z+]+:\/\//i, '');
  const segments = plain.split('/').filter(segment => segment !== '');
  if (pattern.split('/').includes('**')) {
    const marker = segments.findIndex(
      (segment, index) =>
        index > 0 && ['-', 'tree', 'blob', 'src'].includes(segment),
    );
    return normaliseSource(
      segments.slice(0, marker < 0 ? undefined : marker).join('/'),
    );
  }
  const depth = (normaliseSource(pattern) ?? pattern).split('/').length;
  return normaliseSource(segments.slice(0, depth).join('/'));
}
