import { TrustBasis } from '../store';
import { VerifiedMetadata } from './types';

/** Under a newer root the timestamp may start anew: whoever signs the root may so take a stolen timestamp key's work back. */
export function isOlder(
  {
    rootVersion,
    timestampVersion,
  }: Pick<VerifiedMetadata, 'rootVersion' | 'timestampVersion'>,
  stored: TrustBasis,
): boolean {
  const root = stored.rootVersion ?? 0;
  return (
    rootVersion < root ||
    (rootVersion === root && timestampVersion < (stored.timestampVersion ?? 0))
  );
}
