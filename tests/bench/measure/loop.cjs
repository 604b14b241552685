// What the event loop of a process feels while many bundles are verified, in so many threads or, with 0, in the process itself.
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { keyless } = require('./inputs.cjs');
const { keepBusy } = require('./keepBusy.cjs');
const { product } = require('./product.cjs');

const { createVerifier } = product('verification');
const LOOK_MS = 5;

/** Processor time of this thread, milliseconds: what other programs do on the machine is not in it. */
function cpuMs() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Processor time between two looks at the loop. What one turn takes without a break shows whole. */
function watchTurns() {
  const turns = [];
  let last = cpuMs();
  const timer = setInterval(() => {
    const now = cpuMs();
    turns.push(now - last);
    last = now;
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
    return turns.sort((a, b) => a - b);
  };
}

const quantile = (sorted, part) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

async function main({ workers, count }) {
  const { trust, questions } = await keyless();
  const verifier = await createVerifier(trust, { workers });
  await keepBusy(verifier, questions, 8, asked => asked >= 100);

  const delay = monitorEventLoopDelay({ resolution: LOOK_MS });
  delay.enable();
  const endTurns = watchTurns();
  const before = cpuMs();
  const began = performance.now();
  await keepBusy(verifier, questions, 8, asked => asked >= count);
  const elapsedMs = performance.now() - began;
  const loopCpuMs = cpuMs() - before;
  delay.disable();
  const turns = endTurns();
  await verifier.close();
  const ms = nanoseconds => nanoseconds / 1e6;
  console.log(
    JSON.stringify({
      ...{ workers, count, elapsedMs, loopCpuMs },
      delay: [delay.percentile(50), delay.percentile(99), delay.max].map(ms),
      turns: [quantile(turns, 0.5), quantile(turns, 0.99), turns.at(-1)],
    }),
  );
}

main(JSON.parse(process.argv[2]));
