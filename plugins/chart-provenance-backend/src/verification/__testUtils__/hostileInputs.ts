import { BundleJson, bytesOf } from './SigstoreLab';

const MIB = 1024 * 1024;
/** As many values as a statement may have. */
const MANY = 199_000;

/** Who reads an input on the way into the index. */
export type HostileReader =
  | 'bundle'
  | 'layer'
  | 'manifest'
  | 'referrer'
  | 'config';

/** What a publisher may have pushed. */
export interface HostileInput {
  what: string;
  reader: HostileReader;
  make: (good: BundleJson) => Uint8Array;
}

const text = (json: string) => new TextEncoder().encode(json);
const repeated = (count: number, item: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => item(at)).join(',');
const copies = <T>(count: number, item: T) =>
  Array.from({ length: count }, () => item);

const statement = (predicate: string, subjects = 1) =>
  `{"_type":"https://in-toto.io/Statement/v1","subject":[${repeated(
    subjects,
    at => `{"digest":{"sha256":"${at.toString(16).padStart(64, '1')}"}}`,
  )}],"predicateType":"https://spdx.dev/Document","predicate":${predicate}}`;

const signing = (good: BundleJson, payload: string) =>
  bytesOf({
    ...good,
    dsseEnvelope: {
      ...good.dsseEnvelope,
      payload: Buffer.from(payload).toString('base64'),
    },
  });

/** Statements of every costly shape, just within the bounds: these have to be read. */
const STATEMENTS: [string, () => string][] = [
  [
    'an SBOM of one long string',
    () => statement(JSON.stringify('x'.repeat(5.8 * MIB))),
  ],
  [
    'one long string that takes two bytes a letter',
    () => statement(JSON.stringify(`一${'x'.repeat(5.8 * MIB)}`)),
  ],
  [
    'short texts, each of its own',
    () => statement(`[${repeated(MANY, at => `"text ${at} and more"`)}]`),
  ],
  [
    'escaped quotes by the million',
    () => statement(JSON.stringify('"'.repeat(2.8 * MIB))),
  ],
  ['empty objects', () => statement(`[${repeated(MANY / 2, () => '{}')}]`)],
  ['empty lists', () => statement(`[${repeated(MANY / 2, () => '[]')}]`)],
  ['fractions', () => statement(`[${repeated(MANY, () => '1.5')}]`)],
  [
    'objects of which no two have a name in common',
    () => statement(`[${repeated(MANY / 2, at => `{"k${at}":1.5}`)}]`),
  ],
  [
    'one object of 200,000 names',
    () => statement(`{${repeated(MANY, at => `"k${at}":0`)}}`),
  ],
  ['1,024 subjects', () => statement('{}', 1_024)],
  ['100,000 subjects', () => statement('{}', 100_000)],
  ['64 levels', () => statement(`${'['.repeat(62)}${']'.repeat(62)}`)],
  ['50,000 levels', () => statement('['.repeat(50_000))],
];

const around = (
  good: BundleJson,
  change: (material: BundleJson['verificationMaterial']) => object,
) =>
  bytesOf({
    ...good,
    verificationMaterial: {
      ...good.verificationMaterial,
      ...change(good.verificationMaterial),
    },
  });

const BUNDLES: [string, (good: BundleJson) => Uint8Array][] = [
  ['nothing but spaces', () => new Uint8Array(8 * MIB).fill(0x20)],
  ['nothing but quotes', () => new Uint8Array(8 * MIB).fill(0x22)],
  ['nothing but zeros', () => new Uint8Array(8 * MIB)],
  ['nothing but backslashes', () => new Uint8Array(8 * MIB).fill(0x5c)],
  ['9 MiB', () => new Uint8Array(9 * MIB).fill(0x20)],
  [
    'a payload of 8 MiB that is not base64',
    good =>
      bytesOf({
        ...good,
        dsseEnvelope: {
          ...good.dsseEnvelope,
          payload: '!'.repeat(8 * MIB - 64 * 1024),
        },
      }),
  ],
  [
    'a long string in another place',
    good => bytesOf({ ...good, note: 'x'.repeat(8 * MIB - 64 * 1024) }),
  ],
  [
    '1,000 copies of one timestamp',
    good =>
      around(good, ({ timestampVerificationData: { rfc3161Timestamps } }) => ({
        timestampVerificationData: {
          rfc3161Timestamps: copies(1_000, rfc3161Timestamps[0]),
        },
      })),
  ],
  [
    '100 copies of one log entry',
    good =>
      around(good, ({ tlogEntries: [entry] }) => ({
        tlogEntries: copies(100, entry),
      })),
  ],
  [
    'a checkpoint of 200 KiB',
    good =>
      around(good, ({ tlogEntries: [entry] }) => ({
        tlogEntries: [
          {
            ...entry,
            inclusionProof: {
              ...entry.inclusionProof,
              checkpoint: { envelope: `a\n\n${'— a b\n'.repeat(25_000)}` },
            },
          },
        ],
      })),
  ],
  [
    'a log entry of 200 KiB',
    good =>
      around(good, ({ tlogEntries: [entry] }) => ({
        tlogEntries: [
          {
            ...entry,
            canonicalizedBody: Buffer.from(`[${'[],'.repeat(50_000)}0]`)
              .toString('base64')
              .slice(0, 200_000),
          },
        ],
      })),
  ],
  [
    'a number of 100,000 digits',
    good =>
      around(good, ({ tlogEntries: [entry] }) => ({
        tlogEntries: [{ ...entry, logIndex: '9'.repeat(100_000) }],
      })),
  ],
  ['a million members', () => text(`{${repeated(400_000, at => `"${at}":0`)}`)],
  [
    'one name a hundred thousand times',
    () => text(`{${repeated(100_000, () => '"mediaType":0')}}`),
  ],
];

const manifest = (members: string) =>
  text(
    `{"schemaVersion":2,"config":{"mediaType":"a","digest":"sha256:${'1'.repeat(
      64,
    )}","size":1},${members}}`,
  );
const layer = (more: string) =>
  `{"mediaType":"application/vnd.cncf.helm.chart.content.v1.tar+gzip","digest":"sha256:${'2'.repeat(
    64,
  )}","size":1${more}}`;

const MANIFESTS: [string, () => Uint8Array][] = [
  [
    'a manifest of 3.7 MB in one annotation',
    () =>
      manifest(`"layers":[],"annotations":{"a":"${'x'.repeat(3.7 * 1e6)}"}`),
  ],
  [
    'a manifest of 3.7 MB in names',
    () =>
      manifest(
        `"layers":[],"annotations":{${repeated(
          9_000,
          at => `"${at}${'n'.repeat(400)}":""`,
        )}}`,
      ),
  ],
  [
    'a manifest of 2,400 layers',
    () => manifest(`"layers":[${repeated(2_400, () => layer(''))}]`),
  ],
  [
    'a manifest of 50 layers, each with 64 KiB of annotations',
    () =>
      manifest(
        `"layers":[${repeated(50, () =>
          layer(
            `,"annotations":{${repeated(
              30,
              at => `"${at}":"${'x'.repeat(2_000)}"`,
            )}}`,
          ),
        )}]`,
      ),
  ],
  ['a manifest of brackets', () => text('['.repeat(3.7 * 1e6))],
];

const CONFIGS: [string, () => Uint8Array][] = [
  [
    'a chart config of 250 KiB in one text',
    () =>
      text(
        JSON.stringify({
          name: 'a',
          version: '1.0.0',
          description: `\u202e${'\u0000'.repeat(40_000)}`,
        }),
      ),
  ],
  [
    'a chart config of 18,000 keywords',
    () =>
      text(
        `{"name":"a","version":"1.0.0","keywords":[${repeated(
          18_000,
          () => '"keyword"',
        )}]}`,
      ),
  ],
];

/** What is as dear in a layer as in a bundle, or dearer: its payload is hashed as well. */
const DEAR_IN_LAYERS = 3;

/** Everything hostile, each of the size that costs most. */
export const HOSTILE: HostileInput[] = [
  ...STATEMENTS.map(
    ([what, make]): HostileInput => ({
      what: `a bundle: ${what}`,
      reader: 'bundle',
      make: good => signing(good, make()),
    }),
  ),
  ...STATEMENTS.slice(0, DEAR_IN_LAYERS).map(
    ([what, make]): HostileInput => ({
      what: `a layer: ${what}`,
      reader: 'layer',
      make: good =>
        bytesOf({
          ...good.dsseEnvelope,
          payload: Buffer.from(make()).toString('base64'),
        }),
    }),
  ),
  ...BUNDLES.map(
    ([what, make]): HostileInput => ({
      what: `a bundle: ${what}`,
      reader: 'bundle',
      make,
    }),
  ),
  ...BUNDLES.slice(0, DEAR_IN_LAYERS).map(
    ([what, make]): HostileInput => ({
      what: `a layer: ${what}`,
      reader: 'layer',
      make,
    }),
  ),
  ...MANIFESTS.flatMap(([what, make]): HostileInput[] => [
    { what: `a chart: ${what}`, reader: 'manifest', make },
    { what: `a referrer: ${what}`, reader: 'referrer', make },
  ]),
  ...CONFIGS.map(
    ([what, make]): HostileInput => ({ what, reader: 'config', make }),
  ),
];
