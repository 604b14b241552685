import { join } from 'node:path';
import { MessageChannel, MessagePort, Worker } from 'node:worker_threads';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { createVerifier, EvidenceVerifier, TrustInput } from '..';
import {
  decodeChartConfig,
  decodeChartManifest,
  decodeLayer,
  decodeReferrer,
  digestSchema,
  keepBundle,
  maxPayloadBytes,
} from '../../evidence';
import { hardLimits } from '../worker/limits';
import { SpawnThread } from '../worker/spawnThread';
import { HostileReader } from './hostileInputs';

const SUBJECT = `sha256:${'1'.repeat(64)}`;
const OTHER = digestSchema.parse(`sha256:${'2'.repeat(64)}`);

const bundleEvidence: Evidence = {
  ...{ digest: OTHER, subject: SUBJECT, mediaType: '' },
  ...{ kind: 'unknown', format: 'sigstore-bundle-other' },
};

/** Reads what a publisher pushed as indexing does: decoded and verified by whoever verifies, and the rest where everything else happens. */
export class HostileReading {
  readonly #ports: MessagePort[];

  /** @param workers - 1, or 0 for the process itself. */
  static async create(
    trust: TrustInput,
    workers: number,
  ): Promise<HostileReading> {
    const ports: MessagePort[] = [];
    const spawn: SpawnThread = limits => {
      const { port1, port2 } = new MessageChannel();
      port1.unref();
      ports.push(port1);
      return new Worker(join(__dirname, 'threadWithGc.ts'), {
        ...{ workerData: { port: port2 }, transferList: [port2] },
        execArgv: [
          '--require',
          require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        ],
        resourceLimits: hardLimits(limits),
      });
    };
    const verifier = await createVerifier(trust, { workers, spawn });
    return new HostileReading(verifier, ports);
  }

  private constructor(
    readonly verifier: EvidenceVerifier,
    ports: MessagePort[],
  ) {
    this.#ports = ports;
  }

  async read(reader: HostileReader, bytes: Uint8Array): Promise<void> {
    switch (reader) {
      case 'bundle':
        await this.#verify(
          await this.verifier.decode(bundleEvidence, bytes),
          keepBundle({ bundle: bytes }),
        );
        break;
      case 'layer':
        await this.#readLayer(bytes);
        break;
      case 'referrer':
        quietly(() => decodeReferrer({ digest: OTHER, bytes }, SUBJECT, 50));
        break;
      case 'manifest':
        quietly(() => decodeChartManifest('', bytes));
        break;
      default:
        quietly(() => decodeChartConfig(bytes));
    }
  }

  /** Has the thread give back what it does not hold. */
  async releaseMemory(): Promise<void> {
    const port = this.#ports.at(-1);
    if (port) {
      await new Promise(resolve => {
        port.once('message', resolve);
        port.postMessage('please');
      });
    }
  }

  async #readLayer(bytes: Uint8Array): Promise<void> {
    const layer = {
      mediaType: 'application/vnd.dsse.envelope.v1+json',
      ...{ digest: OTHER, size: bytes.length },
    };
    const isRead = bytes.length <= maxPayloadBytes(layer);
    const origin = { manifest: OTHER, subject: SUBJECT };
    const decoded = decodeLayer(origin, layer, isRead ? bytes : undefined);
    if (decoded.bytes) {
      const evidence = await this.verifier.decode(decoded.evidence, bytes);
      await this.#verify(evidence, decoded.bytes);
    }
  }

  async #verify(
    { digest, format, subject, problem }: Evidence,
    bytes: Uint8Array,
  ): Promise<void> {
    if (!problem) {
      await this.verifier.verify({ evidence: digest, format, subject, bytes });
    }
  }
}

function quietly(decode: () => unknown): void {
  try {
    decode();
  } catch {
    // Refused, as it should be.
  }
}
