import { EvidenceVerifier, VerifierState } from '../EvidenceVerifier';
import { TrustInput } from '../trust/TrustInput';
import { TrustMaterialSet } from '../trust/TrustMaterialSet';
import { VerifyInput, VerifyOutcome } from '../types';
import { VerifierUnavailableError } from '../VerifierUnavailableError';
import { verifierVersion } from '../verifierVersion';
import { gaveUpVerifying } from './gaveUp';
import { readOutcome } from './answers';
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
    return new Promise((resolve, reject) => {
      this.#pool.add({
        input: () => ownBytes(input),
        answer: (found, trust) => resolve(readOutcome(found, input, trust)),
        deaths: 0,
        giveUp: trust =>
          resolve({
            materialHash: trust.hash,
            ...gaveUpVerifying(input, trust.input),
          }),
        refuse: reason => reject(unavailable(reason)),
      });
    });
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
    return this.#pool.state;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

function unavailable(reason: string): VerifierUnavailableError {
  return new VerifierUnavailableError(
    `The verifier did not verify: ${reason}.`,
  );
}

/** Bytes are often a window on a larger buffer, which would be copied whole. */
function alone(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength
    ? bytes
    : new Uint8Array(bytes);
}

function ownBytes(input: VerifyInput): VerifyInput {
  const { bytes, subjectBytes } = input;
  return {
    ...input,
    bytes: alone(bytes),
    subjectBytes: subjectBytes && alone(subjectBytes),
  };
}
