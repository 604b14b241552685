import { createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEMO_FINGERPRINTS } from './demoFingerprints';
import { keyFingerprint, rootFingerprints } from './fingerprints';
import { fingerprintsOf } from './loadKeyring';
import { prepareKeyring } from '../verification';

const TRUST = resolve(__dirname, '../../../../examples/trust');

it('names all the trust material of the examples', async () => {
  const root = readFileSync(join(TRUST, 'trusted_root.json'), 'utf8');
  const keys = readdirSync(join(TRUST, 'keys'))
    .filter(name => name.endsWith('.pub'))
    .map(name => readFileSync(join(TRUST, 'keys', name), 'utf8'));
  const rings = await Promise.all(
    readdirSync(join(TRUST, 'keys'))
      .filter(name => name.endsWith('.asc'))
      .map(name => readFileSync(join(TRUST, 'keys', name), 'utf8'))
      .map(armored => prepareKeyring({ id: 'demo', armored }, new Date())),
  );
  const fingerprints = [
    ...rings.flatMap(fingerprintsOf),
    ...rootFingerprints(JSON.parse(root)),
    ...keys.map(pem => keyFingerprint(createPublicKey(pem))),
  ].sort();
  expect(fingerprints.length).toBeGreaterThan(3);
  expect([...DEMO_FINGERPRINTS].sort()).toEqual(fingerprints);
});
