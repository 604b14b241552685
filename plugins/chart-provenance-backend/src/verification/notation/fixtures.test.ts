import { atPresent } from 'backstage-plugin-chart-provenance-common';
import { openNotation } from '../../evidence';
import { prepareStore } from '../trust/prepareStore';
import {
  ASKED_AT,
  CASES,
  envelopeOf,
  pemOf,
  SUBJECT,
  verifyUnder,
} from './__testUtils__/notationCases';
import { verifyNotation } from './verifyNotation';

describe('what Notation was asked about', () => {
  it.each(CASES)(
    '$name: $expected',
    ({ name, store, expected, differs, notation }) => {
      const verification = verifyUnder(store, envelopeOf(name));
      const { outcome, code } = atPresent(verification, ASKED_AT);
      expect(outcome === 'proven' ? outcome : code).toBe(expected);
      // We differ from it where it is written down why, and nowhere else.
      const agrees = notation.ok === (outcome === 'proven');
      expect(agrees).toBe(differs === undefined);
    },
  );

  it('is of both syntaxes, and of both minds', () => {
    for (const syntax of ['jws', 'cose']) {
      const own = CASES.filter(each => each.syntax === syntax);
      expect(own.filter(({ notation }) => notation.ok).length).toBeGreaterThan(
        14,
      );
      expect(own.filter(({ notation }) => !notation.ok).length).toBeGreaterThan(
        20,
      );
    }
  });
});

describe.each(['jws', 'cose'])('a proof by %s', syntax => {
  it('says who signed, while it counts, and what was not checked', () => {
    expect(verifyUnder('acme', envelopeOf(`${syntax}-p256`))).toEqual({
      evidence: 'sha256:e',
      trust: 'store:acme',
      outcome: 'proven',
      signer: {
        kind: 'x509',
        store: 'acme',
        subject: 'CN=p256,O=acme.example,ST=WA,C=US',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      verifiedTimes: [],
      countsFrom: '2026-01-01T00:00:00.000Z',
      countsUntil: '2036-01-01T00:00:00.000Z',
      subjects: [SUBJECT],
      gaps: ['revocation'],
    });
  });

  it('counts no longer than the signature itself, or its certificates', () => {
    const expiring = envelopeOf(`${syntax}-expiring`);
    const { expiry } = openNotation(expiring);
    expect(Date.parse(expiry ?? '')).toBeGreaterThan(Date.parse(ASKED_AT));
    expect(verifyUnder('acme', expiring).countsUntil).toBe(expiry);
    const lapsed = verifyUnder('acme', envelopeOf(`${syntax}-lapsed`));
    expect(lapsed).toMatchObject({ outcome: 'proven' });
    expect(Date.parse(lapsed.countsUntil ?? '')).toBeLessThan(
      Date.parse(ASKED_AT),
    );
  });

  it('does not pass a timestamp off as checked', () => {
    const timed = verifyUnder(
      'acme-timed',
      envelopeOf(`${syntax}-timestamped`),
    );
    expect(timed).toMatchObject({
      verifiedTimes: [],
      gaps: ['revocation', 'timestamp'],
    });
  });

  it('is about one manifest, and under each store by itself', () => {
    const bytes = envelopeOf(`${syntax}-p256`);
    const other = `sha256:${'0'.repeat(64)}`;
    expect(verifyUnder('acme', bytes, other)).toMatchObject({
      outcome: 'failed',
      code: 'digest-mismatch',
    });
    const stores = ['stranger', 'authority', 'acme'].map(id =>
      prepareStore({ id, pem: pemOf(id) }),
    );
    const input = { evidence: 'sha256:e', bytes, subject: SUBJECT };
    const outcomes = verifyNotation(input, stores);
    expect(outcomes.map(({ trust, code }) => [trust, code])).toEqual([
      ['store:stranger', 'untrusted-root'],
      ['store:authority', undefined],
      ['store:acme', undefined],
    ]);
    expect(verifyNotation(input, [])).toEqual([]);
  });

  it('is none under a store that cannot be used', () => {
    const store = prepareStore({ id: 'broken', pem: 'nothing' });
    const bytes = envelopeOf(`${syntax}-p256`);
    const input = { evidence: 'sha256:e', bytes, subject: SUBJECT };
    expect(verifyNotation(input, [store])[0]).toMatchObject({
      outcome: 'failed',
      code: 'verifier-failed',
      message: expect.stringContaining('Store broken cannot be used'),
    });
  });
});
