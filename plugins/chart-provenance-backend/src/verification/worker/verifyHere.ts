import { materialHashOf } from '../materialHashOf';
import { prepareMaterials } from '../trust/prepareMaterials';
import { TrustInput } from '../trust/TrustInput';
import { TrustMaterialSet } from '../trust/TrustMaterialSet';
import { VerifyInput, VerifyOutcome } from '../types';
import { verifierVersion } from '../verifierVersion';
import { verifyByFormat } from '../verifyByFormat';
import { gaveUpVerifying } from './gaveUp';

/** Trust material as it was configured, and prepared. */
export interface PreparedTrust {
  input: TrustInput;
  /** ISO; as of when it was prepared. Prepared anew as of the same time, it is the same. */
  asOf: string;
  materials: TrustMaterialSet;
  /** `materialHashOf` of it and this verifier. */
  hash: string;
}

/** Prepares trust material, with the hash that outcomes under it carry. */
export async function prepareTrust(
  { roots, keys, keyrings, stores }: TrustInput,
  asOf: string,
): Promise<PreparedTrust> {
  const input = { roots, keys, keyrings, stores };
  const materials = await prepareMaterials(input, new Date(asOf));
  const hash = materialHashOf({ version: verifierVersion(), materials });
  return { input, asOf, materials, hash };
}

/** The same in every thread. Never throws: what cannot be verified to its end is not proven. */
export async function verifyHere(
  input: VerifyInput,
  trust: PreparedTrust,
): Promise<VerifyOutcome> {
  const materialHash = trust.hash;
  try {
    return { materialHash, ...(await verifyByFormat(input, trust.materials)) };
  } catch {
    return { materialHash, ...gaveUpVerifying(input, trust.input) };
  }
}
