import { createRequire } from 'node:module';

type Verifier =
  typeof import('../../../../plugins/chart-provenance-backend/src/verification/createVerifier.ts');
type Decoder =
  typeof import('../../../../plugins/chart-provenance-backend/src/evidence/bundle/decodeBundle.ts');
type SignerMeets =
  typeof import('../../../../plugins/chart-provenance-common/src/policy/signerMeets.ts');

const require = createRequire(import.meta.url);
const BACKEND = '../../../../plugins/chart-provenance-backend/src';
const CORE = '../../../../plugins/chart-provenance-common/src';

const verifier: Verifier = require(`${BACKEND}/verification/createVerifier.ts`);
const decoder: Decoder = require(`${BACKEND}/evidence/bundle/decodeBundle.ts`);
const core: SignerMeets = require(`${CORE}/policy/signerMeets.ts`);

/** The product's own verification, from source: Node must run with `--require @backstage/cli/config/nodeTransform.cjs`. */
export const createVerifier: Verifier['createVerifier'] =
  verifier.createVerifier;

/** What the product makes of a bundle before it is verified. */
export const decodeBundle: Decoder['decodeBundle'] = decoder.decodeBundle;

/** How the product's policies compare a proven signer with the one that is asked for: exactly. */
export const signerMismatch: SignerMeets['signerMismatch'] =
  core.signerMismatch;
