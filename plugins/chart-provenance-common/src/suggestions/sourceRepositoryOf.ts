import { normaliseSource } from '../source/normaliseSource';

/** Segments at which code hosts end a repository and begin paths of their own. */
const OWN_PATHS: ReadonlySet<string> = new Set([
  '-',
  'tree',
  'blob',
  'src',
  'raw',
  'releases',
  'wiki',
]);

/**
 * The repository a link or location points into, `github.com/acme/payments`, in lower case: to compare what people wrote, never to
 * judge by.
 *
 * @returns undefined for what is no link into a repository
 */
export function sourceRepositoryOf(location: string): string | undefined {
  const plain = location
    .slice(0, 1_000)
    .replace(/^(?:url|git):(?=[a-z+]+:\/\/)/i, '')
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/[?#].*$/s, '');
  const segments = plain.split('/').filter(segment => segment !== '');
  const end = segments.findIndex(
    (segment, index) => index > 2 && OWN_PATHS.has(segment.toLowerCase()),
  );
  const repository = segments.slice(0, end < 0 ? undefined : end);
  return repository.length < 3
    ? undefined
    : normaliseSource(repository.join('/'))?.toLowerCase();
}
