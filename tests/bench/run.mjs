// `yarn bench`: how fast signatures are verified, and what that costs everything else the backend does. With --quick, a smaller one that
// still fails when something is off.
import { availableParallelism } from 'node:os';
import { toolchain } from '../../scripts/lib/toolchain.mjs';
import { expectations } from './lib/expectations.mjs';
import { measure } from './lib/measure.mjs';
import { middleOf } from './lib/middleOf.mjs';
import {
  fleetSection,
  hostileSection,
  loopSection,
  ratesSection,
} from './lib/sections.mjs';

const SIZES = {
  full: { turns: 5, turnMs: 400, bundles: 1000, versions: 400 },
  quick: { turns: 4, turnMs: 150, bundles: 200, versions: 100 },
};

/** That read everything hostile, each for the first time. */
const PROCESSES = 3;

const quick = process.argv.includes('--quick');
const { turns, turnMs, bundles, versions } = SIZES[quick ? 'quick' : 'full'];
const began = Date.now();
const tools = await toolchain();
const say = text => console.log(`\n${text}`);

say(
  `Node ${
    process.versions.node
  }, ${availableParallelism()} cores. Compare the ratios: the figures are this machine's, at this moment.`,
);
const rates = await measure(tools, 'rates', { turns, turnMs });
say(ratesSection(rates));

const loop = [];
for (const workers of [0, 1, 2]) {
  loop.push(...(await measure(tools, 'loop', { workers, count: bundles })));
}
say(`  While ${bundles} keyless bundles are verified, 8 under way at a time:`);
console.log(loopSection(loop));

const hostile = [];
for (const workers of [0, 1]) {
  // With it, what is freed goes back to the system at once, and what is taken shows.
  const env = { ...tools.env, MALLOC_MMAP_THRESHOLD_: '131072' };
  const runs = [];
  for (let run = 0; run < PROCESSES; run++) {
    runs.push(...(await measure({ ...tools, env }, 'hostile', { workers })));
  }
  hostile.push(middleOf(runs));
}
say(hostileSection(hostile));

const fleet = await measure(tools, 'fleet', { versions, modes: [0, 1, 2] });
say(fleetSection(fleet));

say('Must hold:');
const results = expectations({ rates, loop, hostile, fleet, versions });
for (const [what, holds] of results) {
  console.log(`  ${holds ? '✔' : '✖'} ${what}`);
}
const failed = results.filter(([, holds]) => !holds).length;
console.log(
  `${results.length - failed} passed, ${failed} failed (${Math.round(
    (Date.now() - began) / 1000,
  )} s)`,
);
process.exitCode = failed ? 1 : 0;
