/**
 * SHA-256 fingerprints of the trust material that comes with the examples: certificates of the root, SubjectPublicKeyInfo of
 * the keys. Whoever makes the examples anew has their private halves. A production start refuses them even where nobody wrote `demo: true`. A test
 * compares the list with `examples/trust`, and prints the new one when the examples were made anew.
 */
export const DEMO_FINGERPRINTS: readonly string[] = [
  '0b42cd60d621e4ca11f6d0eea4c746c95f549f79481372f3352a190842d98f31',
  '4703438194bdd2db53d0fb8ca29fcd51052e112db86a0b85ae05e63221a80609',
  '76a50334064f721dee6b476f1527ec314cffacaf07d8201bf18aa133f7014d3c',
  'c2e17d8399472a8c57149a7e8e4fc218a8cc9957fd4359a83808602d2ac453d0',
];
