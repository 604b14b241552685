import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { packSbom } from './packSbom';
import { readRawSbom } from './readRawSbom';
import { readSbom } from './readSbom';

const cycloneDx = (parts: object) =>
  readSbom({ bomFormat: 'CycloneDX', specVersion: '1.6', ...parts });
const spdx = (parts: object) => readSbom({ spdxVersion: 'SPDX-2.3', ...parts });

describe('what is no SBOM that is read', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  it.each<[string, string, RegExp]>([
    ['tag-value', 'SPDXVersion: SPDX-2.3\n', /tag-value/],
    ['XML', '<?xml version="1.0"?><bom/>', /XML/],
    ['nothing', '', /text, not JSON/],
    ['a list', '[]', /text, not JSON/],
    ['another object', '{"a":1}', /neither SPDX 2 nor/],
    ['SPDX 3', '{"@context":"https://spdx.org/rdf/3.0.1"}', /not SPDX 2/],
    ['CycloneDX 2', '{"bomFormat":"CycloneDX","specVersion":"2.0"}', /neither/],
    [
      'components that are no list',
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":{}}',
      /neither/,
    ],
    [
      'both at once',
      '{"bomFormat":"CycloneDX","specVersion":"1.6","spdxVersion":"SPDX-2.3"}',
      /both/,
    ],
    [
      'one member twice',
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[],"components":[]}',
      /twice/,
    ],
    ['half of it', '{"bomFormat":"CycloneDX"', /not JSON/],
    ['too deep', `{"a":${'['.repeat(100)}`, /nested deeper/],
    ['too many values', `{"a":[${'1,'.repeat(250_001)}1]}`, /more than 250000/],
    ['too large', `{"a":"${'x'.repeat(8 * 1024 * 1024)}"}`, /larger than/],
  ])('%s', (_, text, problem) => {
    expect(readRawSbom(bytesOf(text))).toEqual({
      label: 'SBOM',
      createdAt: null,
      tools: [],
      componentCount: 0,
      cut: false,
      problem: expect.stringMatching(problem),
      components: [],
    });
  });
});

const anything = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(
      fc.constantFrom(
        ...['components', 'component', 'name', 'version', 'purl', 'licenses'],
        ...['license', 'id', 'hashes', 'alg', 'content', 'metadata', 'tools'],
        ...['packages', 'SPDXID', 'externalRefs', 'checksums', 'relationships'],
        ...['documentDescribes', 'creationInfo', 'creators', '__proto__'],
      ),
      tie('value'),
    ),
  ),
})).value;

describe('whatever is written', () => {
  it('is read without throwing, as bounded plain text, in the order of names', () => {
    fc.assert(
      fc.property(anything, anything, anything, (a, b, c) => {
        const parts = { metadata: a, components: [b, c], packages: [b, c] };
        for (const sbom of [
          readSbom(a),
          cycloneDx({ ...parts, packages: undefined }),
          spdx({ ...parts, relationships: [c], creationInfo: a }),
        ]) {
          expect(sbom.componentCount).toBeGreaterThanOrEqual(
            sbom.components.length,
          );
          const names = sbom.components.map(({ name }) => name);
          expect(names).toEqual([...names].sort());
          const texts = [
            ...sbom.tools,
            ...sbom.components.flatMap(Object.values),
          ]
            .flat()
            .filter(text => typeof text === 'string');
          texts.forEach(text => {
            expect(text.length).toBeLessThanOrEqual(500);
            expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('and any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(readRawSbom(bytes).components).toEqual([]);
      }),
    );
  });
});

describe('packSbom', () => {
  const unpack = (bytes: Uint8Array) => JSON.parse(String(gunzipSync(bytes)));

  it('keeps what fits, and says when it does not', () => {
    const small = cycloneDx({ components: [{ name: 'a', type: 'library' }] });
    const packed = packSbom(small);
    expect(packed).toMatchObject({ cut: false, componentCount: 1 });
    expect(unpack(packed.components)).toEqual(small.components);
  });

  it('keeps within its limits what compresses well, and what does not', () => {
    let seed = 1;
    const noise = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(0x4e00 + (seed % 20_000));
    };
    const long = Array.from({ length: 20_000 }, (_, at) => ({
      name: `${at} ${'x'.repeat(450)}`,
      version: 'y'.repeat(450),
    }));
    const noisy = Array.from({ length: 5_000 }, () => ({
      name: Array.from({ length: 200 }, noise).join(''),
    }));
    for (const components of [long, noisy]) {
      const packed = packSbom(cycloneDx({ components }));
      expect(packed.components.byteLength).toBeLessThanOrEqual(1024 * 1024);
      expect(gunzipSync(packed.components).byteLength).toBeLessThanOrEqual(
        8 * 1024 * 1024,
      );
      expect(packed).toMatchObject({
        cut: true,
        componentCount: components.length,
      });
      expect(unpack(packed.components).length).toBeGreaterThan(1_000);
    }
  });
});
