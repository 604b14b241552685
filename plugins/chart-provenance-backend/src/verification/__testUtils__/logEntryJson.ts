/** What the mock's log answers. */
export interface LoggedEntry {
  body: string | object;
  integratedTime: number;
  logID: string;
  logIndex: number;
  verification?: {
    inclusionProof?: {
      logIndex: number;
      treeSize: number;
      rootHash: string;
      hashes: string[];
      checkpoint: string;
    };
    signedEntryTimestamp?: string;
  };
}

const fromHex = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

/** A log's answer as an entry of a bundle. */
export function logEntryJson(entry: LoggedEntry) {
  const proof = entry.verification?.inclusionProof;
  if (typeof entry.body !== 'string' || !proof) {
    throw new Error('the log answers with body and proof');
  }
  const { kind, apiVersion } = JSON.parse(
    Buffer.from(entry.body, 'base64').toString('utf8'),
  );
  return {
    logIndex: String(entry.logIndex),
    logId: { keyId: fromHex(entry.logID) },
    kindVersion: { kind: String(kind), version: String(apiVersion) },
    integratedTime: String(entry.integratedTime),
    inclusionPromise: {
      signedEntryTimestamp: entry.verification?.signedEntryTimestamp,
    } as { signedEntryTimestamp?: string } | undefined,
    inclusionProof: {
      logIndex: String(proof.logIndex),
      rootHash: fromHex(proof.rootHash),
      treeSize: String(proof.treeSize),
      hashes: proof.hashes.map(fromHex),
      checkpoint: { envelope: proof.checkpoint },
    },
    canonicalizedBody: entry.body,
  };
}
