import { TrustedRoot } from '@sigstore/protobuf-specs';
import { Thresholds } from '../types';

/**
 * Reads a `trusted_root.json` and refuses what the verifier would take too lightly: it treats a missing start of validity
 * as the beginning of time.
 *
 * @throws Error with one sentence for the operator.
 */
export function readTrustedRoot(
  json: unknown,
  thresholds: Thresholds,
): TrustedRoot {
  const root = parse(json);
  const { certificateAuthorities, timestampAuthorities, tlogs, ctlogs } = root;
  const started = [
    ...[...certificateAuthorities, ...timestampAuthorities].map(
      authority => authority.validFor?.start,
    ),
    ...[...tlogs, ...ctlogs].map(log => log.publicKey?.validFor?.start),
  ];
  if (started.some(start => !start || Number.isNaN(start.getTime()))) {
    throw new Error(
      'one of its authorities or logs does not say since when it counts (validFor.start)',
    );
  }
  if (certificateAuthorities.length === 0) {
    throw new Error('it names no certificate authority');
  }
  assertReachable(thresholds.tlog, tlogs.length, 'transparency log');
  assertReachable(thresholds.ctlog, ctlogs.length, 'certificate log');
  assertReachable(
    thresholds.timestamp,
    tlogs.length + timestampAuthorities.length,
    'log or timestamp authority',
  );
  return root;
}

function parse(json: unknown): TrustedRoot {
  const isRoot =
    typeof json === 'object' &&
    json !== null &&
    'mediaType' in json &&
    typeof json.mediaType === 'string' &&
    /^application\/vnd\.dev\.sigstore\.trustedroot[.+]/.test(json.mediaType);
  if (!isRoot) {
    throw new Error('it is not a Sigstore trusted_root.json');
  }
  return TrustedRoot.fromJSON(json);
}

function assertReachable(threshold: number, named: number, what: string): void {
  if (threshold > 0 && named === 0) {
    throw new Error(
      `it names no ${what}, but the threshold asks for ${threshold}`,
    );
  }
}
