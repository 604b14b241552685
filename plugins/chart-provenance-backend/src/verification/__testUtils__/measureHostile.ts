import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VerifierState } from '..';
import { HOSTILE } from './hostileInputs';
import { HostileReading } from './HostileReading';
import {
  forgetPeak,
  peakMiB,
  releaseMemory,
  residentMiB,
} from './processMemory';
import { bytesOf, SigstoreLab } from './SigstoreLab';

const MIB = 1024 * 1024;
const SUBJECT = `sha256:${'1'.repeat(64)}`;

/** What one input cost, read once. */
export interface HostileCost {
  what: string;
  /** Of the input. */
  mib: number;
  /** Processor time of the main thread, all together. */
  mainMs: number;
  /** By how much the process grew meanwhile at most, all its threads and the input itself. */
  grownMiB: number;
}

/** What all of them cost. */
export interface HostileCosts {
  costs: HostileCost[];
  state: VerifierState;
}

/**
 * Reads everything hostile, each once, in a process of its own in which nothing else costs anything. The process is warm by then, as a
 * backend is that has read one chart.
 *
 * @param workers - 1, or 0 for the process itself.
 */
export async function measureHostile(workers: number): Promise<HostileCosts> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    return await measureIn(folder, workers);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(
  folder: string,
  workers: number,
): Promise<HostileCosts> {
  const lab = await SigstoreLab.create();
  const good = await lab.sign({ subject: SUBJECT });
  const files = HOSTILE.map(({ make }, at) => {
    const file = join(folder, `${at}`);
    writeFileSync(file, make(good));
    return file;
  });
  const trust = {
    roots: [{ id: 'lab', type: 'file' as const, trustedRoot: lab.trustedRoot }],
    ...{ keys: [], keyrings: [], stores: [] },
  };
  const reading = await HostileReading.create(trust, workers);
  for (let warm = 0; warm < 30; warm++) {
    await reading.read('bundle', bytesOf(good));
    await reading.read('layer', bytesOf(good.dsseEnvelope));
  }
  const readFile = (at: number) => {
    const bytes = readFileSync(files[at]);
    return { bytes, read: () => reading.read(HOSTILE[at].reader, bytes) };
  };
  const costs: HostileCost[] = [];
  for (const [at, { what }] of HOSTILE.entries()) {
    const { bytes, read } = readFile(at);
    // What others left behind is theirs.
    global.gc?.();
    const mainMs = await mainThreadMs(read);
    costs.push({ what, mib: bytes.length / MIB, mainMs, grownMiB: 0 });
  }
  for (const [at, cost] of costs.entries()) {
    cost.grownMiB = await grownMiB(reading, () => readFile(at).read());
  }
  const state = reading.verifier.state();
  await reading.verifier.close();
  return { costs, state };
}

async function grownMiB(
  reading: HostileReading,
  work: () => Promise<void>,
): Promise<number> {
  releaseMemory();
  await reading.releaseMemory();
  forgetPeak();
  const before = residentMiB();
  await work();
  return Math.max(0, peakMiB() - before);
}

/** Once, and the first time: the least of several would say what it costs those who come after. */
async function mainThreadMs(work: () => Promise<void>): Promise<number> {
  const start = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
