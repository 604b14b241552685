import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { BundleJson, TrustedRootJson } from './BundleJson.ts';
import type { LabBundles } from './MadeBundles.ts';

type Lab =
  typeof import('../../../../plugins/chart-provenance-backend/src/verification/__testUtils__/SigstoreLab.ts');

const LAB =
  '../../../../plugins/chart-provenance-backend/src/verification/__testUtils__/SigstoreLab.ts';

/** Certificates of Fulcio, and of the lab, count for ten minutes. */
const AFTER_ITS_END_MS = 30 * 60_000;

/** Signs in the Sigstore that the backend's own tests use: its clock can be set, and it logs whatever it is told. */
export async function makeLabBundles(text: string): Promise<LabBundles> {
  const require = createRequire(import.meta.url);
  // Reads the TypeScript of a CommonJS package.
  require('@backstage/cli/config/nodeTransform.cjs');
  const {
    SigstoreLab,
    certificatePem,
    newKey,
    pemOf,
    ISSUER,
    WORKFLOW,
  }: Lab = require(LAB);
  const lab = await SigstoreLab.create();
  const digest = createHash('sha256').update(text).digest('hex');
  const sign = async (
    options: Partial<Parameters<typeof lab.sign>[0]> = {},
  ): Promise<BundleJson> => {
    const bundle = await lab.sign({ subject: `sha256:${digest}`, ...options });
    return JSON.parse(JSON.stringify(bundle));
  };
  const stranger = await lab.issue({}, newKey().publicKey);
  return {
    good: await sign(),
    late: await sign({ signedAfterMs: AFTER_ITS_END_MS }),
    early: await sign({ signedAfterMs: -AFTER_ITS_END_MS }),
    loggedByKey: await sign({ loggedPem: pemOf(newKey().publicKey) }),
    loggedByOther: await sign({ loggedPem: certificatePem(stranger) }),
    otherPayloadType: await sign({ payloadType: 'text/plain' }),
    trustedRoot: lab.trustedRoot as TrustedRootJson,
    identity: WORKFLOW,
    issuer: ISSUER,
  };
}
