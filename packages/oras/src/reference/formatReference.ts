import type { Reference } from './Reference';

/**
 * Writes a reference as `registry/repository[:tag][@digest]`; `parseReference` of the result gives an equal one.
 *
 * @public
 */
export function formatReference(reference: Reference): string {
  const { registry, repository, tag, digest } = reference;
  return [
    `${registry}/${repository}`,
    tag === undefined ? '' : `:${tag}`,
    digest === undefined ? '' : `@${digest}`,
  ].join('');
}
