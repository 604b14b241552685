import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { EvidenceError, openNotation } from '../../evidence';
import { envelopeOf, pemOf, verifyUnder } from './__testUtils__/notationCases';

const GENUINE = ['jws-p256', 'jws-rsa4096', 'cose-p256', 'cose-rsa4096'];
/** The rule of the house is 50; the machine that tests may be busy. */
const MOST_MS = 50;

function cpuMs(work: () => unknown): number {
  const costs = [1, 2, 3, 4, 5].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

interface Written {
  header: { x5c: string[] };
  protected: string;
  payload: string;
  signature: string;
}

/** A genuine envelope with something changed in it. */
function jws(change: (envelope: Written) => object): Buffer {
  const written: Written = JSON.parse(envelopeOf('jws-rsa4096').toString());
  return Buffer.from(JSON.stringify({ ...written, ...change(written) }));
}

/** COSE with its parts as given: tag 18, an array of 4. */
function cose(...parts: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0xd2, 0x84]), ...parts]);
}

const root = pemOf('acme')
  .replace(/-----[^-]+-----/g, ' ')
  .trim()
  .split(/ +/)[0]
  .replace(/\s/g, '');
const KIB_256 = 256 * 1024;

const certificates = (...list: string[]) =>
  jws(({ header: { x5c } }) => ({ header: { x5c: [...x5c, ...list] } }));
const base64url = (text: string) => Buffer.from(text).toString('base64url');

const HOSTILE: [string, string, () => Buffer][] = [
  ['nothing', 'bad-signature', () => Buffer.alloc(0)],
  [
    'a megabyte of blanks',
    'evidence-too-large',
    () => Buffer.alloc(1024 * 1024, ' '),
  ],
  [
    'lists in lists, without end',
    'evidence-too-large',
    () => Buffer.alloc(KIB_256, '['),
  ],
  [
    'nine certificates',
    'evidence-too-large',
    () => certificates(...Array(7).fill(root)),
  ],
  [
    'eight certificates, some of them trusted',
    'untrusted-root',
    () => certificates(...Array(6).fill(root)),
  ],
  [
    'a certificate of 17 KiB',
    'evidence-too-large',
    () => certificates(Buffer.alloc(17 * 1024).toString('base64')),
  ],
  [
    'one of 16 KiB of lists in lists',
    'bad-signature',
    () =>
      certificates(
        Buffer.alloc(16 * 1024, '\x30\x80', 'latin1').toString('base64'),
      ),
  ],
  [
    'a payload of 60 KiB of lists',
    'evidence-too-large',
    () => jws(() => ({ payload: base64url(`[${'[],'.repeat(20_000)}1]`) })),
  ],
  [
    'a payload of 100 KiB of text',
    'evidence-too-large',
    () => jws(() => ({ payload: base64url('"'.padEnd(100 * 1024)) })),
  ],
  [
    'headers without end',
    'evidence-too-large',
    () => jws(() => ({ protected: base64url('{'.repeat(60 * 1024)) })),
  ],
  [
    'a signature of 140 KiB',
    'evidence-too-large',
    () => jws(() => ({ signature: base64url('A'.repeat(140 * 1024)) })),
  ],
  [
    'a timestamp of 80 KiB',
    'evidence-too-large',
    () =>
      jws(({ header }) => ({
        header: {
          ...header,
          'io.cncf.notary.timestampSignature': Buffer.alloc(80 * 1024).toString(
            'base64',
          ),
        },
      })),
  ],
  [
    'a key that is dear to check with',
    'unsupported-format',
    () => envelopeOf('jws-dear-key'),
  ],
  [
    'CBOR of 300 KiB',
    'evidence-too-large',
    () => cose(Buffer.alloc(300 * 1024)),
  ],
  [
    'CBOR: lists in lists',
    'bad-signature',
    () => cose(Buffer.alloc(KIB_256 - 2, 0x81)),
  ],
  ['CBOR: tags of tags', 'bad-signature', () => Buffer.alloc(KIB_256, 0xd2)],
  [
    'CBOR: a list of 2^52',
    'bad-signature',
    () => cose(Buffer.from('9b000fffffffffffff', 'hex')),
  ],
  [
    'CBOR: a text of 2^52 bytes',
    'bad-signature',
    () => cose(Buffer.from('7b000fffffffffffff', 'hex')),
  ],
  [
    'CBOR: 200,000 numbers',
    'bad-signature',
    () => cose(Buffer.from('9a00030d40', 'hex'), Buffer.alloc(200_000)),
  ],
];

describe('hostile envelopes', () => {
  it.each(HOSTILE)('%s: %s', (_, code, make) => {
    const bytes = make();
    const verification = verifyUnder('acme', bytes);
    expect(verification).toMatchObject({ outcome: 'failed', code });
    // A sentence of ours, with nothing of the publisher's in it.
    expect(verification.message).toMatch(/^[ -~]{10,200}$/);
    expect(cpuMs(() => verifyUnder('acme', bytes))).toBeLessThan(MOST_MS);
  });

  it('cost no more than genuine ones, which cost little', () => {
    for (const name of GENUINE) {
      const bytes = envelopeOf(name);
      expect(cpuMs(() => verifyUnder('acme', bytes))).toBeLessThan(MOST_MS);
    }
  });
});

describe('the parser', () => {
  const opens = (bytes: Uint8Array): boolean => {
    try {
      openNotation(bytes);
      return true;
    } catch (error) {
      if (error instanceof EvidenceError) {
        return false;
      }
      throw error;
    }
  };

  it('answers anything with an envelope or one of its own errors', () => {
    const all = fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      opens(bytes);
      opens(Uint8Array.of(0xd2, 0x84, ...bytes));
    });
    expect(fc.check(all, { numRuns: 2_000 })).toMatchObject({ failed: false });
  });

  it('does so when a genuine one is cut, doubled or changed', () => {
    const change = fc.record({
      name: fc.constantFrom(...GENUINE),
      at: fc.nat(),
      remove: fc.nat({ max: 40 }),
      insert: fc.uint8Array({ maxLength: 40 }),
    });
    const all = fc.property(change, ({ name, at, remove, insert }) => {
      const bytes = envelopeOf(name);
      const start = at % bytes.length;
      opens(
        Buffer.concat([
          bytes.subarray(0, start),
          insert,
          bytes.subarray(start + remove),
        ]),
      );
    });
    expect(fc.check(all, { numRuns: 1_000 })).toMatchObject({ failed: false });
  });

  it('reads a genuine one whole: no changed bit leaves it proven, but in what is not signed', () => {
    const flip = fc.record({
      name: fc.constantFrom('jws-p256', 'cose-p256'),
      at: fc.nat(),
      bit: fc.nat({ max: 7 }),
    });
    const all = fc.property(flip, ({ name, at, bit }) => {
      const genuine = envelopeOf(name);
      const bytes = Buffer.from(genuine);
      bytes[at % bytes.length] ^= 2 ** bit;
      // Proven may be only what says the same in everything that matters.
      return (
        verifyUnder('acme', bytes).outcome === 'failed' ||
        isDeepStrictEqual(openNotation(bytes), openNotation(genuine))
      );
    });
    expect(fc.check(all, { numRuns: 400 })).toMatchObject({ failed: false });
  });
});
