import { ChartIdentity } from '../../evidence';

/**
 * A keyring as plain data.
 *
 * @internal
 */
export interface KeyringInput {
  id: string;
  /** One or several armoured OpenPGP public key blocks. */
  armored: string;
  /**
   * ISO; the window in which signatures by its keys count. Judged by *now* alone, never by the time a signature claims: whoever holds a
   * key writes whatever time they like.
   */
  validFrom?: string;
  validUntil?: string;
}

/**
 * A provenance file to verify.
 *
 * @internal
 */
export interface ProvenanceFileInput {
  /** `Evidence.digest`; copied to every outcome. */
  evidence: string;
  /** The file as it is. */
  bytes: Uint8Array;
  /** Digest of the chart manifest that the file is a layer of. */
  subject: string;
  /** What that manifest and its config say the chart is. */
  chart: ChartIdentity;
}
