import { InvalidReferenceError } from './InvalidReferenceError';

const TAG_LIMIT = 128;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;

/**
 * Whether a text is a tag.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 * @public
 */
export function isTag(text: string): boolean {
  return TAG.test(text);
}

/**
 * The tag between `start` and `end`.
 *
 * @throws InvalidReferenceError
 * @internal
 */
export function tagIn(text: string, start: number, end: number): string {
  const tag = text.slice(start, end);
  if (isTag(tag)) {
    return tag;
  }
  if (tag === '') {
    throw new InvalidReferenceError(
      text,
      start,
      'empty-tag',
      'nothing follows the colon where a tag belongs',
      'add the tag or remove the colon',
    );
  }
  const bad = tag.search(/[^a-zA-Z0-9._-]/);
  if (bad < 0 && tag.length > TAG_LIMIT) {
    throw new InvalidReferenceError(
      text,
      start + TAG_LIMIT,
      'tag-too-long',
      `a tag has at most ${TAG_LIMIT} characters`,
      'shorten the tag',
    );
  }
  throw new InvalidReferenceError(
    text,
    start + Math.max(bad, 0),
    'bad-tag',
    'a tag is made of letters, digits, _ . and -, and does not begin with . or -',
    tag[bad] === '+'
      ? 'write _ for + (registries do not take +)'
      : 'mend the tag',
  );
}
