import { createHash, sign } from 'node:crypto';
import { json } from '@sigstore/core';
import { newKey, pemOf } from '../__testUtils__/SigstoreLab';
import { NotProven } from '../outcome/NotProven';
import { assertWholeEnvelopeEntry } from './wholeEnvelopeEntry';

const ENVELOPE = Buffer.from('{"payload":""}');
const AT = new Date('2026-11-20T10:00:00Z');
const key = newKey();

const idOf = (name: string) => createHash('sha256').update(name).digest();
const log = {
  logID: idOf('own'),
  publicKey: key.publicKey,
  validFor: {
    start: new Date('2026-01-01T00:00:00Z'),
    end: new Date('2026-12-31T00:00:00Z'),
  },
  baseURL: 'https://rekor.lab.example',
};

/** An entry with a promise over just what it says. */
function entryOf({ logID = log.logID, envelope = ENVELOPE, at = AT } = {}) {
  const value = createHash('sha256').update(envelope).digest('hex');
  const publicKey = Buffer.from(pemOf(newKey().publicKey)).toString('base64');
  const content = { hash: { algorithm: 'sha256', value } };
  const body = Buffer.from(JSON.stringify({ spec: { publicKey, content } }));
  const integratedTime = at.getTime() / 1000;
  const promised = json.canonicalize({
    body: body.toString('base64'),
    integratedTime,
    logIndex: 1,
    logID: logID.toString('hex'),
  });
  return {
    logIndex: '1',
    logId: { keyId: logID },
    kindVersion: { kind: 'intoto', version: '0.0.1' },
    integratedTime: String(integratedTime),
    inclusionPromise: {
      signedEntryTimestamp: sign(
        'sha256',
        Buffer.from(promised),
        key.privateKey,
      ),
    },
    inclusionProof: undefined,
    canonicalizedBody: body,
  };
}

type Entry = ReturnType<typeof entryOf>;

const check = (
  entry:
    | Entry
    | (Omit<Entry, 'inclusionPromise'> & { inclusionPromise: undefined }),
  logs = [log],
) => assertWholeEnvelopeEntry(entry, ENVELOPE, logs);

describe('an entry for a whole envelope', () => {
  it('counts with a promise of a log of the root', () => {
    expect(() => check(entryOf())).not.toThrow();
  });

  it.each<[string, () => void]>([
    ['another envelope', () => check(entryOf({ envelope: Buffer.from('{}') }))],
    ['no promise', () => check({ ...entryOf(), inclusionPromise: undefined })],
    [
      'another time than was promised',
      () => check({ ...entryOf(), integratedTime: '1' }),
    ],
    [
      'another index than was promised',
      () => check({ ...entryOf(), logIndex: '2' }),
    ],
    [
      'a promise in the name of another log',
      () => check(entryOf({ logID: idOf('other') })),
    ],
    [
      'a promise by another key',
      () => check(entryOf(), [{ ...log, publicKey: newKey().publicKey }]),
    ],
    [
      'a promise before the log counted',
      () => check(entryOf({ at: new Date('2025-12-31T00:00:00Z') })),
    ],
    [
      'a promise after the log counted',
      () => check(entryOf({ at: new Date('2027-01-01T00:00:00Z') })),
    ],
    ['no log', () => check(entryOf(), [])],
  ])('does not count with %s', (_, counted) => {
    expect(counted).toThrow(NotProven);
  });

  it('does not count where the envelope was not kept as it was logged', () => {
    expect(() => assertWholeEnvelopeEntry(entryOf(), undefined, [log])).toThrow(
      NotProven,
    );
  });
});
