import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseOfflinePolicy } from 'backstage-plugin-chart-provenance-backend/gate';
import { OfflinePolicy } from 'backstage-plugin-chart-provenance-common/gate';
import { GateUsageError } from '../GateUsageError';

/** A policy file as it was read. */
export interface PolicyFile {
  policy: OfflinePolicy;
  /** `sha256:…` of the file. */
  digest: string;
}

/** @throws GateUsageError for a file that cannot be read, or is no policy file */
export async function readPolicyFile(path: string): Promise<PolicyFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    throw new GateUsageError(`The policy file cannot be read: ${path}`);
  }
  try {
    const policy = parseOfflinePolicy(bytes.toString('utf8'));
    const digest = createHash('sha256').update(bytes).digest('hex');
    return { policy, digest: `sha256:${digest}` };
  } catch (error) {
    if (error instanceof Error && error.name === 'OfflinePolicyError') {
      throw new GateUsageError(`${path}: ${error.message}`);
    }
    throw error;
  }
}
