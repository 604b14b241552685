import { embeddedRoot } from '../../verification';
import { rootSignedAt } from './signedAtOf';

const text = (signed: object) =>
  JSON.stringify({
    signed: {
      _type: 'root',
      spec_version: '1.0',
      consistent_snapshot: true,
      version: 1,
      expires: '2027-01-31T00:00:00Z',
      keys: {},
      roles: Object.fromEntries(
        ['root', 'timestamp', 'snapshot', 'targets'].map(role => [
          role,
          { keyids: [], threshold: 1 },
        ]),
      ),
      ...signed,
    },
    signatures: [],
  });

describe('rootSignedAt', () => {
  it('reads it in the root of the public repository', () => {
    const { tufRoot, expiresAt } = embeddedRoot();
    const signedAt = Date.parse(rootSignedAt(tufRoot) ?? '');
    const days = (Date.parse(expiresAt) - signedAt) / (24 * 60 * 60 * 1000);
    expect(days).toBe(JSON.parse(tufRoot).signed['x-tuf-on-ci-expiry-period']);
  });

  it.each([
    [{ 'x-tuf-on-ci-expiry-period': 31 }, '2026-12-31T00:00:00.000Z'],
    [{}, null],
    [{ 'x-tuf-on-ci-expiry-period': '31' }, null],
    [{ 'x-tuf-on-ci-expiry-period': -31 }, null],
    [{ 'x-tuf-on-ci-expiry-period': 1e300 }, null],
  ])('%j: %s', (signed, signedAt) => {
    expect(rootSignedAt(text(signed))).toBe(signedAt);
  });
});
