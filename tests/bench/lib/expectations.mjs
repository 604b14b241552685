/** What must hold on any machine, however busy: figures of one run are compared with each other, and processor time with processor time. */
export function expectations({ rates, loop, hostile, fleet, versions }) {
  const [here, ...inThreads] = loop;
  const mean = values =>
    Math.exp(
      values.reduce((sum, one) => sum + Math.log(one), 0) / values.length,
    );
  const most = ({ costs }, what) => Math.max(...costs.map(cost => cost[what]));
  return [
    [
      'in threads, a bundle costs the event loop less than half of what it costs in the process',
      inThreads.every(({ loopCpuMs }) => loopCpuMs < here.loopCpuMs / 2),
    ],
    [
      'in threads, the longest turns of the event loop (p99, CPU) are shorter than in the process',
      inThreads.every(({ turns }) => turns[1] < here.turns[1]),
    ],
    [
      'two threads are not slower than one by more than a fifth',
      mean(rates.map(({ rates: [, one, two] }) => two / one)) > 0.8,
    ],
    [
      'a thread takes less than three times the CPU for the same',
      mean(rates.map(({ costs: [cost, inThread] }) => inThread / cost)) < 3,
    ],
    [
      'nothing hostile takes more than 50 ms of the event loop when threads verify, the first time it is read (middle of three processes)',
      most(hostile[1], 'mainMs') < 50,
    ],
    [
      'nothing hostile takes more than 64 MiB, the thread included',
      most(hostile[1], 'grownMiB') < 64,
    ],
    [
      'nothing hostile ends a thread',
      hostile.every(({ state }) => state.restarted === 0),
    ],
    [
      'every stored version of the fleet was verified anew',
      fleet.every(({ verified }) => verified === versions),
    ],
  ];
}
