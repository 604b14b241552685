import { annotationsSchema, MAX_ANNOTATION_BYTES } from './bounds';

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, 'x']));

describe('annotations of a signature', () => {
  it.each<[string, Record<string, string> | undefined]>([
    ['none', undefined],
    ['32', many(32)],
    ['as many bytes as are read', { a: 'x'.repeat(MAX_ANNOTATION_BYTES - 1) }],
  ])('are read: %s', (_, annotations) => {
    expect(annotationsSchema.safeParse(annotations).success).toBe(true);
  });

  it.each([
    ['33', many(33)],
    ['a byte too many', { a: 'x'.repeat(MAX_ANNOTATION_BYTES) }],
    [
      'too many bytes in fewer characters',
      { a: 'ä'.repeat(MAX_ANNOTATION_BYTES / 2) },
    ],
  ])('are refused, all of them: %s', (_, annotations) => {
    expect(annotationsSchema.safeParse(annotations).success).toBe(false);
  });
});
