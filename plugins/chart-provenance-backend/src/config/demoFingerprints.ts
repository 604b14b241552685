/**
 * SHA-256 fingerprints of the trust material that comes with the examples: certificates of the root, SubjectPublicKeyInfo of
 * the keys; and fingerprints of the OpenPGP keys. Their private halves come from a seed in the sources. A production start refuses them even where nobody wrote `demo: true`. A test
 * compares the list with `examples/trust`, and prints the new one when the examples were made anew.
 */
export const DEMO_FINGERPRINTS: readonly string[] = [
  'c9db341ed42f3571404dd3f2613809f00727833e',
  '04ae5b4ca4bdee704cf7a6300dba04dd06804f9de74c16420ceb77e3bba4d58a',
  '28f610aafe935f5629735204baa5dc8e97a547396522758a136517be39daaf6f',
  '846fe52250cd6c450c7a1015f1b3aafb64428f10b6b490861e46df5e9059e10e',
  'a359fa02873fd8411d2b6f3b0fd20b7c1e96b4032e52c675660a14c81e5c0fac',
];
