import { createPublicKey } from 'node:crypto';
import { DEMO_FINGERPRINTS } from './demoFingerprints';
import { keyFingerprint, rootFingerprints } from './fingerprints';
import { fingerprintsOf } from './loadKeyring';
import { LoadedTrust } from './loadTrust';

/** `root:<id>`, `key:<id>`, `keyring:<id>` and `store:<id>` of the trust material that is the examples' own, whatever the configuration says of it. */
export function demoMaterialOf({
  roots,
  keys,
  materials,
}: LoadedTrust): Set<string> {
  const known = (fingerprints: readonly string[]) =>
    fingerprints.some(one => DEMO_FINGERPRINTS.includes(one));
  return new Set([
    ...roots
      .filter(({ trustedRoot }) => known(rootFingerprints(trustedRoot)))
      .map(({ id }) => `root:${id}`),
    ...keys
      .filter(({ pem }) => known([keyFingerprint(createPublicKey(pem))]))
      .map(({ id }) => `key:${id}`),
    ...materials.keyrings
      .filter(keyring => known(fingerprintsOf(keyring)))
      .map(({ id }) => `keyring:${id}`),
    ...materials.stores
      .filter(({ anchors }) => known([...anchors]))
      .map(({ id }) => `store:${id}`),
  ]);
}
