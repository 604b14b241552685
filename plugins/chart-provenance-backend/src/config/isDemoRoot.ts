import { DEMO_FINGERPRINTS } from './demoFingerprints';
import { rootFingerprints } from './fingerprints';

/** Is a parsed `trusted_root.json` that of the examples, whose private keys anybody may read? */
export function isDemoRoot(trustedRoot: unknown): boolean {
  return rootFingerprints(trustedRoot).some(fingerprint =>
    DEMO_FINGERPRINTS.includes(fingerprint),
  );
}
