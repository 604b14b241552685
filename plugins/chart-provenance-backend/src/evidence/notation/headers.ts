/** Names of headers. @see https://github.com/notaryproject/specifications/blob/v1.1.0/specs/signature-envelope-jws.md */
export const SIGNING_SCHEME = 'io.cncf.notary.signingScheme';
export const SIGNING_TIME = 'io.cncf.notary.signingTime';
export const EXPIRY = 'io.cncf.notary.expiry';
export const AUTHENTIC_SIGNING_TIME = 'io.cncf.notary.authenticSigningTime';
export const TIMESTAMP_SIGNATURE = 'io.cncf.notary.timestampSignature';
export const VERIFICATION_PLUGIN = 'io.cncf.notary.verificationPlugin';
export const PAYLOAD_TYPE = 'application/vnd.cncf.notary.payload.v1+json';
