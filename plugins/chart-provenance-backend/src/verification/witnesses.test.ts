import { newKey, pemOf, SigstoreLab } from './__testUtils__/SigstoreLab';
import { flip, SUBJECT, verifyUnder } from './__testUtils__/verifyUnder';
import { RootInput } from './types';

const key = newKey();
let lab: SigstoreLab;
let stranger: SigstoreLab;

beforeAll(async () => {
  lab = await SigstoreLab.create();
  stranger = await SigstoreLab.create();
});

const rootOf = ({ trustedRoot }: SigstoreLab, id = 'lab'): RootInput => ({
  ...{ id, type: 'file', trustedRoot },
});

/** Of a key that counts for a limited time. */
function underKey(bundle: unknown, roots: RootInput[]) {
  const window = { validFrom: '2026-01-01T00:00:00Z' };
  const keys = [{ id: 'own', pem: pemOf(key.publicKey), ...window }];
  return verifyUnder(lab, bundle, { roots, keys }).at(-1);
}

const made = () => lab.sign({ subject: SUBJECT, key });

describe('when a key signed', () => {
  it('is what one root vouches for, whichever of them', async () => {
    const roots = [rootOf(stranger, 'stranger'), rootOf(lab)];
    expect(underKey(await made(), roots)).toMatchObject({
      outcome: 'proven',
      verifiedTimes: [expect.any(String), expect.any(String)],
    });
  });

  const missing = { outcome: 'failed', code: 'timestamp-missing' };

  it('is not known from a log and an authority of nobody’s root', async () => {
    expect(underKey(await made(), [rootOf(stranger)])).toMatchObject(missing);
  });

  it('is not known from a promise that is not the log’s', async () => {
    const bundle = await made();
    const [{ inclusionPromise }] = bundle.verificationMaterial.tlogEntries;
    if (inclusionPromise) {
      inclusionPromise.signedEntryTimestamp = flip(
        inclusionPromise.signedEntryTimestamp ?? '',
      );
    }
    expect(underKey(bundle, [rootOf(lab)])).toMatchObject(missing);
  });

  it('is not known from the log entry of another key', async () => {
    const loggedPem = pemOf(newKey().publicKey);
    const bundle = await lab.sign({ subject: SUBJECT, key, loggedPem });
    expect(underKey(bundle, [rootOf(lab)])).toMatchObject(missing);
  });
});
