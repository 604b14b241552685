import { setImmediate } from 'node:timers/promises';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { EvidenceVerifier, VerifierState } from '../EvidenceVerifier';
import { TrustInput } from '../trust/TrustInput';
import { TrustMaterialSet } from '../trust/TrustMaterialSet';
import { VerifyInput, VerifyOutcome } from '../types';
import { VerifierUnavailableError } from '../VerifierUnavailableError';
import { verifierVersion } from '../verifierVersion';
import { decodeHere } from './decodeHere';
import { PreparedTrust, prepareTrust, verifyHere } from './verifyHere';

/** Verifies in the process itself, one after the other, letting other work in between. */
export class InProcessVerifier implements EvidenceVerifier {
  readonly version = verifierVersion();
  readonly #now: () => Date;
  #trust: PreparedTrust;
  #last: Promise<unknown> = Promise.resolve();
  #replacing: Promise<void> = Promise.resolve();
  #closed = false;
  #done = 0;

  static async create(
    trust: TrustInput,
    now: () => Date,
  ): Promise<InProcessVerifier> {
    const asOf = now().toISOString();
    return new InProcessVerifier(await prepareTrust(trust, asOf), now);
  }

  private constructor(trust: PreparedTrust, now: () => Date) {
    this.#trust = trust;
    this.#now = now;
  }

  get materials(): TrustMaterialSet {
    return this.#trust.materials;
  }

  verify(input: VerifyInput): Promise<VerifyOutcome> {
    return this.#inTurn(async () => {
      const outcome = await verifyHere(input, this.#trust);
      this.#done += 1;
      return outcome;
    });
  }

  decode(evidence: Evidence, bytes: Uint8Array): Promise<Evidence> {
    return this.#inTurn(async () => decodeHere(evidence, bytes));
  }

  replace(trust: TrustInput): Promise<void> {
    const replaced = this.#replacing.then(async () => {
      this.#trust = await prepareTrust(trust, this.#now().toISOString());
    });
    this.#replacing = replaced.catch(() => undefined);
    return replaced;
  }

  state(): VerifierState {
    return {
      ...{ workers: 0, busy: 0, restarted: 0 },
      done: this.#done,
      problem: null,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(async () => {
      await setImmediate();
      if (this.#closed) {
        throw new VerifierUnavailableError(
          'The verifier did not verify: it was closed.',
        );
      }
      return work();
    });
    this.#last = next.catch(() => undefined);
    return next;
  }
}
