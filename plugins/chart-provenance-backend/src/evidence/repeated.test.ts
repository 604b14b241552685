import {
  SUBJECT,
  utf8,
  json,
  STATEMENT,
  ENVELOPE,
  BUNDLE,
  SIMPLE_SIGNING,
  MANIFEST,
  CONFIG,
} from './__testUtils__/goodInputs';
import { readStatementHeader } from './bundle/openStatement';
import {
  decodeChartConfig,
  decodeChartManifest,
  decodeReferrer,
  openBundle,
  openEnvelope,
  openSimpleSigning,
  openStatement,
} from '.';

type Parse = (bytes: Uint8Array) => unknown;

/** How a member may be put into an object a second time. */
const SPELLINGS: [string, (name: string) => string][] = [
  ['as it is', name => name],
  ['in capitals', name => name.toUpperCase()],
  ['with underscores', name => name.replace(/[A-Z]/g, each => `_${each}`)],
  [
    'escaped',
    name =>
      `\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}`,
  ],
  [
    'with letters that fold to others',
    name => name.replace('s', 'ſ').replace('k', 'K'),
  ],
];

describe('what is named twice', () => {
  /** Where, what, and by which parser it is refused. */
  const PLACES: [string, unknown, string[], Parse][] = [
    ['payload of a bundle', BUNDLE, ['dsseEnvelope', 'payload'], openBundle],
    [
      'payloadType of a bundle',
      BUNDLE,
      ['dsseEnvelope', 'payloadType'],
      openBundle,
    ],
    ['envelope of a bundle', BUNDLE, ['dsseEnvelope'], openBundle],
    [
      'key of a bundle',
      BUNDLE,
      ['verificationMaterial', 'publicKey'],
      openBundle,
    ],
    ['payload of an envelope', ENVELOPE, ['payload'], openEnvelope],
    ['signatures of an envelope', ENVELOPE, ['signatures'], openEnvelope],
    ...(['_type', 'subject', 'predicateType', 'predicate'] as const).map(
      (name): [string, unknown, string[], Parse] => [
        `${name} of a statement`,
        STATEMENT,
        [name],
        payload => openStatement({ ...ENVELOPE, payload }),
      ],
    ),
    [
      'digest of a subject',
      STATEMENT,
      ['subject', '0', 'digest'],
      payload => readStatementHeader({ ...ENVELOPE, payload }),
    ],
    [
      'sha256 of a subject',
      STATEMENT,
      ['subject', '0', 'digest', 'sha256'],
      payload => readStatementHeader({ ...ENVELOPE, payload }),
    ],
    ['critical', SIMPLE_SIGNING, ['critical'], openSimpleSigning],
    ['image', SIMPLE_SIGNING, ['critical', 'image'], openSimpleSigning],
    [
      'docker-manifest-digest',
      SIMPLE_SIGNING,
      ['critical', 'image', 'docker-manifest-digest'],
      openSimpleSigning,
    ],
    [
      'layers of a chart',
      MANIFEST,
      ['layers'],
      input => decodeChartManifest('', input),
    ],
    [
      'digest of a layer',
      MANIFEST,
      ['layers', '0', 'digest'],
      input => decodeChartManifest('', input),
    ],
    [
      'subject of a referrer',
      MANIFEST,
      ['subject'],
      input => decodeReferrer({ digest: SUBJECT, bytes: input }, SUBJECT, 50),
    ],
    ['name of a chart', CONFIG, ['name'], decodeChartConfig],
    ['version of a chart', CONFIG, ['version'], decodeChartConfig],
  ];

  it.each(
    PLACES.flatMap(([what, good, path, parse]) =>
      SPELLINGS.map(([how, spell]) => ({
        ...{ what, good, path, parse },
        ...{ how, spell },
      })),
    ),
  )('$what $how is refused', ({ good, path, parse, spell }) => {
    for (const first of [true, false]) {
      const input = utf8(doubled(good, path, spell, first));
      const refusal = () => parse(input);
      expect(refusal).toThrow(
        expect.objectContaining({ name: 'EvidenceError' }),
      );
    }
  });

  it('in what the publisher names as he likes is left alone', () => {
    const annotations = { 'acme.dev/owner': 'a', 'acme.dev/OWNER': 'b' };
    const parsed = decodeChartManifest('', json({ ...MANIFEST, annotations }));
    expect(parsed.kind).toBe('chart');
    const config = { ...CONFIG, annotations };
    expect(decodeChartConfig(json(config)).name).toBe('payments');
    const statement = {
      ...STATEMENT,
      predicate: { env: { path: 1, PATH: 2 } },
    };
    expect(
      openStatement({ ...ENVELOPE, payload: json(statement) }).predicate,
    ).toEqual(statement.predicate);
  });
});

/** The text of a value, with the member at the end of the path in it twice. */
function doubled(
  value: unknown,
  [name, ...rest]: string[],
  spell: (name: string) => string,
  first: boolean,
): string {
  if (Array.isArray(value)) {
    return `[${value
      .map((item, index) =>
        String(index) === name
          ? doubled(item, rest, spell, first)
          : JSON.stringify(item),
      )
      .join(',')}]`;
  }
  const members = Object.entries(Object(value)).map(([key, member]) =>
    key === name && rest.length > 0
      ? `"${key}":${doubled(member, rest, spell, first)}`
      : `"${key}":${JSON.stringify(member)}`,
  );
  if (rest.length === 0) {
    const again = `"${spell(name)}":${JSON.stringify(Object(value)[name])}`;
    return `{${(first ? [again, ...members] : [...members, again]).join(',')}}`;
  }
  return `{${members.join(',')}}`;
}
