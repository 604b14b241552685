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

/** What everything hostile costs, the middle of three first readings: what takes most of the event loop first, then what takes most memory. */
export function hostileSection([here, inThread]) {
  const costs = here.costs.map((cost, at) => ({
    ...cost,
    inThread: inThread.costs[at],
  }));
  const row = ({ what, mib, mainMs, grownMiB, inThread: other }) => [
    what,
    ...[mib, mainMs, other.mainMs, grownMiB, other.grownMiB].map(figure),
  ];
  const top = (count, by) =>
    [...costs].sort((a, b) => by(b) - by(a)).slice(0, count);
  const dearest = top(5, ({ mainMs }) => mainMs);
  const largest = top(5, ({ inThread: { grownMiB } }) => grownMiB);
  const most = (line, what) =>
    figure(Math.max(...line.costs.map(cost => cost[what])));
  return [
    table(
      [
        'Hostile, read first',
        'MiB',
        ...['loop CPU ms', NAMES[1]],
        ...['MiB it takes', NAMES[1]],
      ],
      [
        ...[...new Set([...dearest, ...largest])].map(row),
        [
          `the most of all ${costs.length}`,
          '',
          ...[here, inThread].map(line => most(line, 'mainMs')),
          ...[here, inThread].map(line => most(line, 'grownMiB')),
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
