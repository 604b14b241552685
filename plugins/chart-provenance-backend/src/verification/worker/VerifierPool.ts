import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { EvidenceVerifier, VerifierState } from '../EvidenceVerifier';
import { TrustInput } from '../trust/TrustInput';
import { TrustMaterialSet } from '../trust/TrustMaterialSet';
import { VerifyInput, VerifyOutcome } from '../types';
import { VerifierUnavailableError } from '../VerifierUnavailableError';
import { verifierVersion } from '../verifierVersion';
import { gaveUpDecoding, gaveUpVerifying } from './gaveUp';
import { readOutcome } from './answers';
import { readDecoded } from './decodedAnswer';
import { decodeHere } from './decodeHere';
import { MAX_DECODED_HERE } from './limits';
import { handDecode, handVerify } from './Question';
import { Task } from './Task';
import { ThreadPool, ThreadPoolOptions } from './ThreadPool';
import { PreparedTrust, prepareTrust } from './verifyHere';

/** What a pool of threads is made with. */
export type VerifierPoolOptions = Omit<ThreadPoolOptions, 'trust'> & {
  now: () => Date;
};

/** Verifies in threads. What kills or hangs one of them is not proven; the process and the other threads go on. */
export class VerifierPool implements EvidenceVerifier {
  readonly version = verifierVersion();
  readonly #pool: ThreadPool;
  readonly #now: () => Date;
  #trust: PreparedTrust;
  #verified = 0;
  #replacing: Promise<void> = Promise.resolve();

  static async create(
    trust: TrustInput,
    options: VerifierPoolOptions,
  ): Promise<VerifierPool> {
    const asOf = options.now().toISOString();
    return new VerifierPool(await prepareTrust(trust, asOf), options);
  }

  private constructor(trust: PreparedTrust, options: VerifierPoolOptions) {
    this.#trust = trust;
    this.#now = options.now;
    this.#pool = new ThreadPool({ ...options, trust });
    this.#pool.warm();
  }

  get materials(): TrustMaterialSet {
    return this.#trust.materials;
  }

  verify(input: VerifyInput): Promise<VerifyOutcome> {
    return this.#ask(resolve => ({
      hand: () => handVerify(input),
      answer: (found, trust) => {
        resolve(readOutcome(found, input, trust));
        this.#verified += 1;
      },
      giveUp: trust =>
        resolve({
          materialHash: trust.hash,
          ...gaveUpVerifying(input, trust.input),
        }),
    }));
  }

  decode(evidence: Evidence, bytes: Uint8Array): Promise<Evidence> {
    return bytes.length <= MAX_DECODED_HERE
      ? Promise.resolve(decodeHere(evidence, bytes))
      : this.#ask(resolve => ({
          hand: () => handDecode(evidence, bytes),
          answer: found => resolve(readDecoded(found, evidence)),
          giveUp: () => resolve(gaveUpDecoding(evidence)),
        }));
  }

  replace(trust: TrustInput): Promise<void> {
    const replaced = this.#replacing.then(async () => {
      this.#trust = await prepareTrust(trust, this.#now().toISOString());
      this.#pool.use(this.#trust);
    });
    this.#replacing = replaced.catch(() => undefined);
    return replaced;
  }

  state(): VerifierState {
    return { ...this.#pool.state, done: this.#verified };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #ask<T>(
    taskFor: (
      resolve: (answer: T) => void,
    ) => Pick<Task, 'hand' | 'answer' | 'giveUp'>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#pool.add({
        ...taskFor(resolve),
        deaths: 0,
        refuse: reason => reject(unavailable(reason)),
      });
    });
  }
}

function unavailable(reason: string): VerifierUnavailableError {
  return new VerifierUnavailableError(
    `The verifier did not verify: ${reason}.`,
  );
}
