import {
  kindOfPredicate,
  PackedSbom,
  packSbom,
  readRawSbom,
  readSbom,
  unreadSbom,
} from '../evidence';
import { Claim } from './opened/OpenedEvidence';

/**
 * The SBOM that a statement carries, proven or not; undefined for a statement of another type, and for what cannot be opened. One that is
 * about something else is nobody's description of this chart.
 *
 * @param subject - digest of the chart manifest
 * @internal
 */
export function sbomOfClaim(
  { predicateType, predicate, subjects }: Claim,
  subject: string,
): PackedSbom | undefined {
  if (!predicateType || kindOfPredicate(predicateType) !== 'sbom') {
    return undefined;
  }
  return packSbom(
    subjects.includes(subject)
      ? readSbom(predicate)
      : unreadSbom('The statement it is part of does not name this chart.'),
  );
}

/**
 * The SBOM that was attached as it is. Nothing says who wrote it.
 *
 * @internal
 */
export function sbomOfBytes(bytes: Uint8Array): PackedSbom {
  return packSbom(readRawSbom(bytes));
}
