/**
 * Extensions that Fulcio writes.
 *
 * @see https://github.com/sigstore/fulcio/blob/v1.8.8/docs/oid-info.md
 */
const FULCIO = '1.3.6.1.4.1.57264.1';

export const OID = {
  subjectAlternativeName: '2.5.29.17',
  extendedKeyUsage: '2.5.29.37',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  /** Raw text, unlike those from 8 on. */
  issuerV1: `${FULCIO}.1`,
  otherName: `${FULCIO}.7`,
  issuer: `${FULCIO}.8`,
  buildSigner: `${FULCIO}.9`,
  runnerEnvironment: `${FULCIO}.11`,
  sourceRepository: `${FULCIO}.12`,
  sourceDigest: `${FULCIO}.13`,
  sourceRef: `${FULCIO}.14`,
  sourceRepositoryId: `${FULCIO}.15`,
  sourceOwner: `${FULCIO}.16`,
  sourceOwnerId: `${FULCIO}.17`,
  buildConfig: `${FULCIO}.18`,
  trigger: `${FULCIO}.20`,
  runInvocation: `${FULCIO}.21`,
  sourceVisibility: `${FULCIO}.22`,
} as const;
