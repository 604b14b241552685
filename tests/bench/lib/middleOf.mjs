/**
 * The middle of what an odd number of processes measured, input by input. In each of them every input is read once, for the first time; a
 * machine that others use gives a single figure no meaning.
 *
 * @param runs - each `{workers, costs: [{what, mib, mainMs, grownMiB}], state}`
 */
export function middleOf(runs) {
  const middle = figures =>
    [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
  return {
    workers: runs[0].workers,
    state: { restarted: Math.max(...runs.map(({ state }) => state.restarted)) },
    costs: runs[0].costs.map((cost, at) => ({
      ...cost,
      mainMs: middle(runs.map(({ costs }) => costs[at].mainMs)),
      grownMiB: middle(runs.map(({ costs }) => costs[at].grownMiB)),
    })),
  };
}
