import { Verification } from '../evidence/types';
import { atPresent } from './atPresent';

const NOW = '2026-11-22T12:00:00Z';
const proof: Verification = {
  evidence: 'e',
  trust: 'key:release',
  outcome: 'proven',
  signer: { kind: 'key', key: 'release', fingerprint: 'f' },
};
const codeOf = (changes: Partial<Verification>) =>
  atPresent({ ...proof, ...changes }, NOW).code;

describe('a proof as of now', () => {
  it.each<[string, Partial<Verification>]>([
    ['without a time or a window', {}],
    ['of the past', { verifiedTimes: ['2026-11-20T10:00:00Z'] }],
    [
      'of a clock that is a little ahead',
      { verifiedTimes: ['2026-11-22T12:04:00Z'] },
    ],
    [
      'of which one time has come',
      { verifiedTimes: ['2026-11-20T10:00:00Z', '2027-01-01T00:00:00Z'] },
    ],
    [
      'within its window',
      {
        countsFrom: '2026-11-01T00:00:00Z',
        countsUntil: '2026-12-01T00:00:00Z',
      },
    ],
    ['at the beginning of its window', { countsFrom: NOW }],
  ])('counts %s', (_, changes) => {
    const verification = { ...proof, ...changes };
    expect(atPresent(verification, NOW)).toBe(verification);
  });

  it.each<[string, Partial<Verification>, string]>([
    [
      'from the future',
      { verifiedTimes: ['2026-11-22T12:06:00Z'] },
      'verifier-failed',
    ],
    [
      'of a time that cannot be read',
      { verifiedTimes: ['soon'] },
      'verifier-failed',
    ],
    ['at its end', { countsUntil: NOW }, 'certificate-expired'],
    [
      'before its beginning',
      { countsFrom: '2026-11-22T12:00:01Z' },
      'certificate-expired',
    ],
    [
      'with an end that cannot be read',
      { countsUntil: 'soon' },
      'certificate-expired',
    ],
    [
      'with a beginning that cannot be read',
      { countsFrom: 'soon' },
      'certificate-expired',
    ],
  ])('is none %s', (_, changes, code) => {
    expect(codeOf(changes)).toBe(code);
  });

  it('keeps nothing of who signed', () => {
    const { signer, subjects } = atPresent({ ...proof, countsUntil: NOW }, NOW);
    expect([signer, subjects]).toEqual([undefined, undefined]);
  });
});
