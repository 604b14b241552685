import { decodeChartConfig } from './decodeChartConfig';
import { readImagesAnnotation } from './readImagesAnnotation';

const MANY = Array.from({ length: 200 }, (_, at) => `- image: i${at}`);

describe('readImagesAnnotation', () => {
  it.each<[string, unknown, string[]]>([
    [
      'as Artifact Hub asks for it',
      '- name: app\n  image: ghcr.io/acme/app:1\n  platforms:\n    - linux/amd64\n- image: redis:8\n',
      ['ghcr.io/acme/app:1', 'redis:8'],
    ],
    ['one image twice', '- image: a\n- image: a\n', ['a']],
    ['a version that YAML takes for a number', '- image: 1.10\n', ['1.10']],
    [
      'as many as are kept',
      MANY.join('\n'),
      MANY.slice(0, 100).map(line => line.slice(9)),
    ],
    ['text that hides on screen', '- image: "a\\u202eb"\n', ['a b']],
    ['a member without an image', '- name: a\n', []],
    ['no list', 'image: a\n', []],
    ['no YAML', '- [', []],
    ['no text', 7, []],
    ['nothing', undefined, []],
    ['too much', `- image: ${'a'.repeat(16 * 1024)}`, []],
    ['an image too long to be one', `- image: ${'a'.repeat(501)}`, []],
  ])('%s', (_, annotation, images) => {
    expect(readImagesAnnotation(annotation)).toEqual(images);
  });

  it.each([
    ['brackets', '['.repeat(16_384)],
    ['braces', '{'.repeat(16_384)],
    ['aliases', `- &a x\n${'- *a\n'.repeat(3_000)}`],
    ['documents', '---\n'.repeat(4_000)],
  ])('takes no long time over %s', (_, annotation) => {
    const start = process.cpuUsage();
    expect(readImagesAnnotation(annotation)).toEqual([]);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
  });

  it('is part of what a chart says of itself', () => {
    const config = (annotations: unknown) =>
      decodeChartConfig(
        Buffer.from(
          JSON.stringify({ name: 'a', version: '1.0.0', annotations }),
        ),
      ).facts;
    expect(config({ 'artifacthub.io/images': '- image: a:1' })).toMatchObject({
      images: ['a:1'],
    });
    for (const other of [{}, undefined, null, 'x', { a: 1 }]) {
      expect(config(other)).not.toHaveProperty('images');
      expect(config(other)).not.toHaveProperty('annotations');
    }
  });
});
