import * as openpgp from 'openpgp';
import { LAB_NOW, PgpLab, TEXT } from './__testUtils__/PgpLab';
import { prepareKeyring } from './prepareKeyring';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

let lab: PgpLab;
let prov: string;

beforeAll(async () => {
  lab = await PgpLab.create();
  prov = await lab.sign(TEXT);
});

/** The same text is the same ring, whatever was appended last. */
async function inBothOrders(one: string, other: string) {
  const outcomes = [];
  for (const armored of [`${one}\n${other}`, `${other}\n${one}`]) {
    outcomes.push(await lab.verify(prov, { ring: { armored } }));
  }
  return outcomes.map(({ outcome, code }) => code ?? outcome);
}

// Whoever appends a newer export to a file leaves the older one in it; gpg makes one key of them.
describe('a key that stands in a ring twice', () => {
  it('is revoked where one of them is', async () => {
    const revoked = await lab.changed(key =>
      openpgp.revokeKey({ key, date: LAB_NOW, format: 'object' }),
    );
    expect(await inBothOrders(lab.armored, revoked)).toEqual([
      'distrusted',
      'distrusted',
    ]);
  });

  it('counts as long as the newest of them says', async () => {
    const ended = await lab.changed(key =>
      openpgp.reformatKey({
        privateKey: key,
        userIDs: [{ name: 'Lab' }],
        date: new Date('2026-07-01T00:00:00Z'),
        keyExpirationTime: YEAR_SECONDS / 2,
        format: 'object',
      }),
    );
    // The first never expired, the newer one has: created 2026-01-01, for half a year.
    expect(await inBothOrders(lab.armored, ended)).toEqual([
      'certificate-expired',
      'certificate-expired',
    ]);
  });

  it('is one key, and its copies change nothing', async () => {
    const ring = (armored: string) =>
      prepareKeyring({ id: 'lab', armored }, LAB_NOW);
    const once = await ring(lab.armored);
    const twice = await ring(`${lab.armored}\n${lab.armored}`);
    expect(twice.signers).toHaveLength(once.signers.length);
    expect(twice.hash).toBe(once.hash);
    expect(await inBothOrders(lab.armored, lab.armored)).toEqual([
      'proven',
      'proven',
    ]);
  });
});
