import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TrustMaterialSet } from '..';
import {
  decodeBundle,
  decodeChartConfig,
  decodeChartManifest,
  decodeLayer,
  decodeReferrer,
  digestSchema,
  keepBundle,
  maxPayloadBytes,
} from '../../evidence';
import { verifyEvidence } from '../verifyEvidence';

/**
 * Run by a test as a process of its own, in which nothing else costs anything: reads every file of a folder as what its name says, and
 * prints a line of JSON for each. The process is warm by then, as a backend is that has read one chart.
 */

const SUBJECT = `sha256:${'1'.repeat(64)}`;
const OTHER = digestSchema.parse(`sha256:${'2'.repeat(64)}`);
const MIB = 1024 * 1024;
const RUNS = 5;

const layer = {
  mediaType: 'application/vnd.dsse.envelope.v1+json',
  digest: OTHER,
  size: 0,
};

const evidence = {
  digest: OTHER,
  subject: SUBJECT,
  kind: 'unknown' as const,
  format: 'unknown' as const,
  mediaType: '',
};

/** What happens to an input where everything else happens as well; answers with what is to be verified elsewhere. */
const ON_MAIN_THREAD: Record<
  string,
  (bytes: Uint8Array) => Uint8Array | undefined
> = {
  bundle: bytes => {
    decodeBundle(evidence, bytes);
    return keepBundle({ bundle: bytes });
  },
  layer: bytes =>
    decodeLayer(
      { manifest: OTHER, subject: SUBJECT },
      layer,
      bytes.length > maxPayloadBytes(layer) ? undefined : bytes,
    ).bytes,
  manifest: bytes => {
    quietly(() => decodeReferrer({ digest: OTHER, bytes }, SUBJECT, 50));
    quietly(() => decodeChartManifest('', bytes));
    return undefined;
  },
  config: bytes => {
    quietly(() => decodeChartConfig(bytes));
    return undefined;
  },
};

function quietly(decode: () => unknown): void {
  try {
    decode();
  } catch {
    // Refused, as it should be.
  }
}

function cpuMs(work: () => unknown): number {
  const costs = Array.from({ length: RUNS }, () => {
    const start = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

/** Gives back all that nothing holds: pages that lie around would hide what the next input takes. */
function releaseMemory(): void {
  global.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** Forgets the most that the process had; where there is no Linux, the most that it ever had is all there is. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Then an input that takes less than an earlier one shows as that.
  }
}

/** The most that the process had since then, MiB. */
function peakMiB(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

function read(folder: string, name: string): Uint8Array {
  return readFileSync(join(folder, name));
}

function run(folder: string): void {
  const names = readdirSync(folder).filter(name => /^\d/.test(name));
  const trustedRoot = JSON.parse(`${read(folder, 'trusted_root.json')}`);
  const materials = TrustMaterialSet.from({
    roots: [{ id: 'lab', type: 'file', trustedRoot }],
    keys: [],
  });
  const verify = (format: 'cosign-legacy' | 'sigstore-bundle-v0.3') => {
    const input = { evidence: OTHER, subject: SUBJECT, format };
    return (bytes: Uint8Array) =>
      verifyEvidence({ ...input, bytes }, materials);
  };
  const elsewhere: Record<string, (bytes: Uint8Array) => unknown> = {
    bundle: verify('sigstore-bundle-v0.3'),
    layer: verify('cosign-legacy'),
  };
  const good = read(folder, 'good.json');
  for (let warm = 0; warm < 30; warm++) {
    elsewhere.bundle(ON_MAIN_THREAD.bundle(good) ?? good);
    ON_MAIN_THREAD.layer(good);
  }
  const heldMiB = names.map(name => {
    const [, reader] = name.split('-');
    releaseMemory();
    forgetPeak();
    const before = process.memoryUsage.rss() / MIB;
    const kept = ON_MAIN_THREAD[reader](read(folder, name));
    releaseMemory();
    if (kept) {
      elsewhere[reader](kept);
    }
    return peakMiB() - before;
  });
  // Afterwards: repetitions leave garbage.
  names.forEach((name, at) => {
    const [, reader] = name.split('-');
    const bytes = read(folder, name);
    const mainMs = cpuMs(() => ON_MAIN_THREAD[reader](bytes));
    const line = { name, mainMs, heldMiB: heldMiB[at] };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  });
}

run(process.argv[2]);
