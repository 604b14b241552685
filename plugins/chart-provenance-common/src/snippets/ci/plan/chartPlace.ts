import { SnippetError } from '../../SnippetError';
import type { SnippetInput } from '../../types';
import { ChartPlace } from './types';

const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;
const SEGMENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^(?:${SEGMENT}/)*${SEGMENT}$`);

/**
 * Reads where the chart is.
 *
 * @throws SnippetError `unsafe` for what is no reference, or has another last segment than the chart's name
 * @internal
 */
export function chartPlace({ chart }: SnippetInput): ChartPlace {
  const { registry, repository, name, plainHttp } = chart;
  if (!HOST.test(registry) || registry.length > 255) {
    throw unsafe('the host of the registry is none');
  }
  if (!REPOSITORY.test(repository) || repository.length > 255) {
    throw unsafe('the repository has a name that no registry takes');
  }
  const segments = repository.split('/');
  if (segments.pop() !== name) {
    throw unsafe(
      'the repository does not end with the name of the chart, as helm push would have it',
    );
  }
  return {
    host: registry,
    parent: `oci://${[registry, ...segments].join('/')}`,
    repository: `${registry}/${repository}`,
    name,
    plainHttp,
  };
}

function unsafe(why: string): SnippetError {
  return new SnippetError('unsafe', `No text is made: ${why}.`);
}
