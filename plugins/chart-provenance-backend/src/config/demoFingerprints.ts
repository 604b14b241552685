/**
 * SHA-256 fingerprints of the trust material that comes with the examples: certificates of the root, SubjectPublicKeyInfo of
 * the keys. Whoever makes the examples anew has their private halves. A production start refuses them even where nobody wrote `demo: true`. A test
 * compares the list with `examples/trust`, and prints the new one when the examples were made anew.
 */
export const DEMO_FINGERPRINTS: readonly string[] = [
  '7824fbed047e2870d4034915551079622d5b12a802519cf3dabf57987ad02025',
  'c009e9a4b0fb29e3f70b5936f7db945768e29480f7b6eb9dca36496e38b26e65',
  'cc8ff1f7addc61f3cdc3aebcc4722f981f52dca50ee1b7c4a6f66e9d56aacc22',
  'd55a472e6b2076f844dc2f87d1725ade90a1e4c7bd71896b67e8ed5a1021432f',
];
