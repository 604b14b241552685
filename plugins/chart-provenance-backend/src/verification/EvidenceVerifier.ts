import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { TrustInput } from './trust/TrustInput';
import { TrustMaterialSet } from './trust/TrustMaterialSet';
import { VerifyInput, VerifyOutcome } from './types';

/**
 * How verification is done, and how that goes.
 *
 * @internal
 */
export interface VerifierState {
  /** Threads that verify, at most; 0: the process itself does. */
  workers: number;
  /** Threads at work now. */
  busy: number;
  /** Pieces of evidence that were verified since the start, by whoever does. */
  done: number;
  /** Threads that ended by themselves, or had to be ended, since the start. */
  restarted: number;
  /** Why no thread can be started; null while one can. */
  problem: string | null;
}

/**
 * Verifies evidence against every root, key, keyring and store, each on its own.
 *
 * @internal
 */
export interface EvidenceVerifier {
  /** Names everything but bytes and trust material that an outcome depends on; part of a verdict's key. */
  readonly version: string;
  /** The trust material in force. */
  readonly materials: TrustMaterialSet;
  /**
   * One outcome for each piece of trust material that could have made it, in the order they were configured. Free of I/O: it depends on
   * the input and the trust material only. Evidence over which the verifier dies or hangs has `verifier-failed` everywhere.
   *
   * @throws VerifierUnavailableError when there is nobody to verify it, or after `close`: nothing is known then, and it may be asked again.
   */
  verify(input: VerifyInput): Promise<VerifyOutcome>;
  /**
   * Adds what the contents of evidence say of themselves, as `decodeContents` does. Contents over which the verifier dies or hangs have
   * the problem `verifier-failed`.
   *
   * @throws VerifierUnavailableError when there is nobody to read them, or after `close`: nothing is known then, and it may be asked again.
   */
  decode(evidence: Evidence, bytes: Uint8Array): Promise<Evidence>;
  /** Puts other trust material in force. What is being verified is finished under the former, and says so by its `materialHash`. */
  replace(trust: TrustInput): Promise<void>;
  state(): VerifierState;
  /** Ends the threads; what was not finished is rejected. */
  close(): Promise<void>;
}
