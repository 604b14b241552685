import { SbomComponent } from '../api/sbomTypes';

/**
 * What a component is called in every version: its package URL without the version and what only tells where it was fetched from; for an
 * image, the repository it is in. Kind and name where it has none.
 *
 * @internal
 */
export function componentKey({ kind, name, purl }: SbomComponent): string {
  if (purl === null) {
    return nameKey({ kind, name });
  }
  const [url, qualifiers = ''] = purl.split('#', 1)[0].split('?', 2);
  const at = url.lastIndexOf('@');
  const named = at > url.lastIndexOf('/') ? url.slice(0, at) : url;
  const repository =
    qualifiers && /(?:^|&)repository_url=([^&]*)/.exec(qualifiers)?.[1];
  return repository ? `${named}?${repository}` : named;
}

/**
 * By name alone: for what one tool described with a package URL, and another without.
 *
 * @internal
 */
export function nameKey({
  kind,
  name,
}: Pick<SbomComponent, 'kind' | 'name'>): string {
  return `${kind} ${name}`;
}
