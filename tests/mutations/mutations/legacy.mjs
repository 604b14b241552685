import {
  EVIDENCE,
  LEGACY,
  LEGACY_ATTESTATION,
  VERIFICATION,
} from './places.mjs';

/** What cosign 2 and older leave in a registry. */
export const legacy = [
  {
    id: 'legacy-digest',
    core: true,
    protects: "Another chart's legacy signature would vouch for this one",
    file: `${VERIFICATION}/legacy/openLegacy.ts`,
    from: 'claim: { subjects: [digest], predicateType: type },',
    to: 'claim: { subjects: [digest, `sha256:${"1".repeat(64)}`], predicateType: type },',
    tests: [LEGACY],
  },
  {
    id: 'legacy-critical-type',
    core: true,
    protects: 'Any signed JSON would pass for a signature',
    file: `${EVIDENCE}/cosign/openSimpleSigning.ts`,
    from: 'type: z.literal(SIMPLE_SIGNING_TYPE),',
    to: 'type: z.string().transform(() => SIMPLE_SIGNING_TYPE),',
    tests: [LEGACY],
  },
  {
    id: 'legacy-one-certificate',
    protects: 'A key or a chain could stand where the certificate is read',
    file: `${VERIFICATION}/legacy/readProofs.ts`,
    from: 'if (!ONE_CERTIFICATE.test(pem)) {',
    to: 'if (false) {',
    tests: [LEGACY],
  },
  {
    id: 'legacy-one-signature',
    core: true,
    protects: 'A second signature would mean another signer to other readers',
    file: `${EVIDENCE}/cosign/openEnvelope.ts`,
    from: "keyid: z.string().max(1024).default('') }))\n    .length(1),",
    to: "keyid: z.string().max(1024).default('') }))\n    .min(1),",
    tests: [LEGACY_ATTESTATION],
  },
  {
    id: 'legacy-bounds',
    protects: 'Annotations would be as many as a publisher likes',
    file: `${EVIDENCE}/cosign/bounds.ts`,
    from: 'entries.length <= MAX_ANNOTATIONS &&',
    to: '',
    tests: [`${EVIDENCE}/cosign/bounds.test.ts`],
  },
];
