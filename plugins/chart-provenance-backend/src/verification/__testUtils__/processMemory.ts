import { readFileSync, writeFileSync } from 'node:fs';

const MIB = 1024 * 1024;

/** Gives back all that nothing in this thread holds; in a process with `--expose-gc`. */
export function releaseMemory(): void {
  global.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** What the process has, all its threads, MiB. */
export function residentMiB(): number {
  return process.memoryUsage.rss() / MIB;
}

/** Forgets the most that the process had; where there is no Linux, the most that it ever had is all there is. */
export function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Then what takes less than something earlier shows as that.
  }
}

/** The most that the process had since then, MiB. */
export function peakMiB(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
