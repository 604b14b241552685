import { InvalidReferenceError } from './InvalidReferenceError';

const REPOSITORY_LIMIT = 255;
const COMPONENT = /[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*/y;

/**
 * The repository between `start` and `end`.
 *
 * @throws InvalidReferenceError
 * @internal
 */
export function repositoryIn(text: string, start: number, end: number): string {
  const repository = text.slice(start, end);
  if (repository === '') {
    throw new InvalidReferenceError(
      text,
      start,
      'missing-repository',
      'the repository is missing',
      'add a path after the registry, for example ghcr.io/acme/charts/payments',
    );
  }
  const upper = repository.search(/[A-Z]/);
  if (upper >= 0) {
    throw new InvalidReferenceError(
      text,
      start + upper,
      'uppercase-repository',
      'upper-case letter in the repository',
      `registries take lower case only, write ${repository.toLowerCase()}`,
    );
  }
  checkComponents(text, start, repository);
  if (repository.length > REPOSITORY_LIMIT) {
    throw new InvalidReferenceError(
      text,
      start + REPOSITORY_LIMIT,
      'repository-too-long',
      `a repository has at most ${REPOSITORY_LIMIT} characters`,
      'shorten the path',
    );
  }
  return repository;
}

function checkComponents(
  text: string,
  start: number,
  repository: string,
): void {
  let offset = start;
  for (const component of repository.split('/')) {
    COMPONENT.lastIndex = 0;
    const length = COMPONENT.exec(component)?.[0].length ?? 0;
    if (length === 0 || length < component.length) {
      throw new InvalidReferenceError(
        text,
        offset + length,
        'bad-repository',
        component === ''
          ? 'an empty path component: a slash too many'
          : 'a path component is made of a-z and 0-9, parted by one of . _ __ or dashes',
        component === '' ? 'remove the extra slash' : 'rename the component',
      );
    }
    offset += component.length + 1;
  }
}
