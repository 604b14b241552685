import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import {
  HEX,
  SUBJECT,
  utf8,
  json,
  STATEMENT,
  ENVELOPE,
  BUNDLE,
  SIMPLE_SIGNING,
  LAYER,
  MANIFEST,
  CONFIG,
  EVIDENCE,
} from './__testUtils__/goodInputs';
import { mutated } from './__testUtils__/mutated';
import { outcomeOf } from './__testUtils__/outcomeOf';
import { decodeAttached } from './referrer/decodeReferrer';
import {
  decodeBundle,
  decodeContents,
  decodeChartConfig,
  decodeChartManifest,
  decodeLayer,
  decodeReferrer,
  decodeSignatureTag,
  decodeTagged,
  encodeLayer,
  openBundle,
  openEnvelope,
  openLayer,
  openProvenanceFile,
  openSimpleSigning,
  readProvenanceStatement,
  openStatement,
} from '.';

// A loaded machine takes several times as long.
jest.setTimeout(60_000);

/** A real one: made by `helm package --sign`. */
function provenanceFile(): Uint8Array {
  const folder = join(__dirname, '../../../../examples/registry');
  for (const name of readdirSync(folder, {
    recursive: true,
    encoding: 'utf8',
  })) {
    if (/blobs.sha256.[0-9a-f]{64}$/.test(name)) {
      const bytes = readFileSync(join(folder, name));
      if (bytes.subarray(0, 30).includes('BEGIN PGP SIGNED MESSAGE')) {
        return bytes;
      }
    }
  }
  throw new Error('the examples hold no provenance file');
}

interface Parser {
  what: string;
  good: Uint8Array;
  parse: (bytes: Uint8Array) => unknown;
}

const PARSERS: Parser[] = [
  { what: 'a bundle', good: json(BUNDLE), parse: openBundle },
  {
    what: 'a bundle, for what it is',
    good: json(BUNDLE),
    parse: bytes => decodeBundle(EVIDENCE, bytes),
  },
  {
    what: 'a statement',
    good: json(STATEMENT),
    parse: payload => openStatement({ ...ENVELOPE, payload }),
  },
  { what: 'an envelope', good: json(ENVELOPE), parse: openEnvelope },
  {
    what: 'a simple signing payload',
    good: json(SIMPLE_SIGNING),
    parse: openSimpleSigning,
  },
  {
    what: 'a layer that is kept',
    good: encodeLayer(SUBJECT, LAYER, utf8('payload')),
    parse: openLayer,
  },
  {
    what: 'a large layer that is kept',
    good: encodeLayer(SUBJECT, LAYER, new Uint8Array(300_000)),
    parse: openLayer,
  },
  {
    what: 'a layer',
    good: json(ENVELOPE),
    parse: bytes => {
      const origin = { manifest: SUBJECT, subject: SUBJECT };
      const { evidence } = decodeLayer(origin, LAYER, bytes);
      return decodeContents(evidence, bytes);
    },
  },
  {
    what: 'a referrer',
    good: json(MANIFEST),
    parse: bytes => decodeReferrer({ digest: SUBJECT, bytes }, SUBJECT, 50),
  },
  {
    what: 'what is attached',
    good: json(MANIFEST),
    parse: bytes =>
      decodeAttached({ digest: SUBJECT, bytes }, SUBJECT, 50, () => {}),
  },
  {
    what: 'what a signature tag points at',
    good: json(MANIFEST),
    parse: bytes => {
      const tag = decodeSignatureTag(`sha256-${HEX}.sig`);
      return (
        tag && decodeTagged(tag, { digest: SUBJECT, mediaType: '', bytes }, 50)
      );
    },
  },
  {
    what: "a chart's manifest",
    good: json(MANIFEST),
    parse: bytes => decodeChartManifest('', bytes),
  },
  { what: 'a chart config', good: json(CONFIG), parse: decodeChartConfig },
  {
    what: 'a provenance file',
    good: provenanceFile(),
    parse: bytes => readProvenanceStatement(openProvenanceFile(bytes).text),
  },
];

const bytes = fc.uint8Array({ maxLength: 2_000 });
const anyJson = fc.json({ maxDepth: 6 }).map(utf8);

describe.each(PARSERS)('$what', ({ good, parse }) => {
  it('is read', () => {
    expect(outcomeOf(parse, good)).toBeDefined();
  });

  it('is read or refused with a code, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, anyJson, mutated(good)), input => {
        expect(() => outcomeOf(parse, input)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('is read in one way only', () => {
    fc.assert(
      fc.property(mutated(good), input => {
        const [once, again] = [input, Buffer.from(input)].map(each =>
          inspect(outcomeOf(parse, each), { depth: 8 }),
        );
        expect(once).toBe(again);
      }),
      { numRuns: 50 },
    );
  });
});
