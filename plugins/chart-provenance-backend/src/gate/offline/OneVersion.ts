import { StoredReason } from '../../store/types';
import { WalkedEvidence, WalkedVersion } from '../../walk/types';

/** What the registry says now of a tag. */
export type TagNow =
  | { state: 'at'; digest: string }
  | { state: 'absent' }
  | { state: 'unknown'; problem: StoredReason };

/** What the registry says now of a manifest. */
export type ManifestNow =
  | { state: 'read'; version: WalkedVersion }
  /** It says that there is none. */
  | { state: 'absent' }
  | { state: 'unknown'; problem: StoredReason };

/** One chart version as it was read from its registry for one decision. */
export interface OneVersion {
  /** Null when no tag was asked for. */
  tag: { name: string; now: TagNow } | null;
  /** Null when its digest cannot be told. */
  manifest: { digest: string; now: ManifestNow } | null;
  /** All manifests that carry evidence; null when they could not be listed to the end. */
  listed: string[] | null;
  evidence: WalkedEvidence[];
}
