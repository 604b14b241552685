import { Signer } from '../verdict/types';
import { sameSigner } from './sameSigner';
import { byKey, keyless } from './testing/judgeInputs';

const pgp: Extract<Signer, { kind: 'pgp' }> = {
  ...{ kind: 'pgp', keyring: 'team', fingerprint: 'a', keyId: 'b' },
};
const x509: Extract<Signer, { kind: 'x509' }> = {
  ...{ kind: 'x509', store: 'acme', subject: 'CN=release', fingerprint: 'c' },
};
const withId = { ...keyless, sourceRepositoryId: '1' };

describe('one signer', () => {
  it.each<[string, Signer, Signer]>([
    ['a workflow', keyless, { ...keyless }],
    [
      'a workflow of the same source, written otherwise',
      keyless,
      { ...keyless, sourceRepository: `${keyless.sourceRepository}.git` },
    ],
    [
      'a workflow at another commit',
      keyless,
      { ...keyless, sourceDigest: 'x' },
    ],
    ['a key', byKey, { ...byKey }],
    ['a key by another of its names', pgp, { ...pgp, userId: 'x' }],
    ['a certificate', x509, { ...x509 }],
  ])('is %s', (_, a, b) => {
    expect([sameSigner(a, b), sameSigner(b, a)]).toEqual([true, true]);
  });

  it.each<[string, Signer, Signer]>([
    ['another root', keyless, { ...keyless, root: 'private' }],
    ['another issuer', keyless, { ...keyless, issuer: 'https://other' }],
    ['another subject', keyless, { ...keyless, subject: 'https://other' }],
    [
      'another source, of a reusable workflow',
      keyless,
      { ...keyless, sourceRepository: 'https://github.com/evil/payments' },
    ],
    ['no source', keyless, { ...keyless, sourceRepository: undefined }],
    [
      'another repository of the same name',
      withId,
      { ...withId, sourceRepositoryId: '2' },
    ],
    ['another key of the same name', byKey, { ...byKey, fingerprint: 'x' }],
    ['another name for the key', byKey, { ...byKey, key: 'other' }],
    ['another ring', pgp, { ...pgp, keyring: 'other' }],
    ['another key of the ring', pgp, { ...pgp, fingerprint: 'x' }],
    ['another store', x509, { ...x509, store: 'other' }],
    ['another certificate', x509, { ...x509, fingerprint: 'x' }],
    ['a key and a certificate', byKey, x509],
    ['a workflow and a key', keyless, byKey],
  ])('is not two: %s', (_, a, b) => {
    expect([sameSigner(a, b), sameSigner(b, a)]).toEqual([false, false]);
  });
});
