import { figure, table, times } from './table.mjs';

const NAMES = ['in the process', 'one thread', 'two threads'];

/** Verifications a second, by kind. */
export function ratesSection(lines) {
  return table(
    [
      'Verified a second',
      NAMES[0],
      NAMES[1],
      '',
      NAMES[2],
      '',
      'CPU ms each',
      'in a thread',
      '',
    ],
    lines.map(({ title, rates: [here, one, two], costs: [cost, inThread] }) => [
      title,
      figure(here),
      figure(one),
      times(one / here),
      figure(two),
      times(two / here),
      figure(cost),
      figure(inThread),
      times(inThread / cost),
    ]),
  );
}

/** What the event loop feels meanwhile. */
export function loopSection(lines) {
  const [{ loopCpuMs: most }] = lines;
  return table(
    [
      'Event loop meanwhile, ms',
      'delay p50',
      'p99',
      'max',
      'CPU a turn p50',
      'p99',
      'max',
      'CPU a bundle',
      '',
    ],
    lines.map(({ workers, count, delay, turns, loopCpuMs }) => [
      NAMES[workers],
      ...delay.map(figure),
      ...turns.map(figure),
      figure(loopCpuMs / count),
      times(loopCpuMs / most),
    ]),
  );
}

/** What hostile bundles cost, the dearest first. */
export function hostileSection([here, inThread]) {
  const costs = here.costs
    .map(({ what, mib, cpuMs }, at) => ({
      ...{ what, mib, cpuMs },
      inThread: inThread.costs[at].cpuMs,
    }))
    .sort((a, b) => b.cpuMs - a.cpuMs);
  return [
    table(
      ['Hostile bundles: CPU ms of the event loop', 'MiB', NAMES[0], NAMES[1]],
      [
        ...costs
          .slice(0, 6)
          .map(each => [
            each.what.replace('a bundle: ', ''),
            figure(each.mib),
            figure(each.cpuMs),
            figure(each.inThread),
          ]),
        [
          `all ${costs.length}, the dearest`,
          '',
          figure(Math.max(...costs.map(({ cpuMs }) => cpuMs))),
          figure(Math.max(...costs.map(each => each.inThread))),
        ],
        [
          `all ${costs.length}: MiB the process grew by`,
          '',
          figure(here.grownMiB),
          figure(inThread.grownMiB),
        ],
      ],
    ),
    `  threads that had to be ended: ${inThread.state.restarted}`,
  ].join('\n');
}

/** Verifying and judging anew what is stored. */
export function fleetSection(lines) {
  const rate = ({ verified, elapsedMs }) => (1000 * verified) / elapsedMs;
  return table(
    [
      'Other trust material, from stored bytes',
      'versions',
      'seconds',
      'versions/s',
      '',
    ],
    lines.map(line => [
      NAMES[line.workers],
      line.verified,
      figure(line.elapsedMs / 1000),
      figure(rate(line)),
      times(rate(line) / rate(lines[0])),
    ]),
  );
}
