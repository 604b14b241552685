import { WalkProblem } from '../walk/types';
import { hostBackOff, reschedule } from './backOff';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const schedule = { intervalMs: 3_600_000, retryMs: 30_000, hostRetryMs: 5_000 };

const problem = (retryAfterMs?: number): WalkProblem => ({
  code: 'registry-limited',
  message: 'Wait.',
  side: 'registry',
  retryAfterMs,
});

const seconds = (iso: string) => (Date.parse(iso) - NOW.getTime()) / 1000;

it.each<[string, number, WalkProblem | undefined, number, number]>([
  ['went well', 0, undefined, 0.5, 3600],
  ['went well, early', 0, undefined, 0, 3240],
  ['went well, late', 3, undefined, 0.999999, 3959.999],
  ['first failure', 0, problem(), 0.5, 30],
  ['third failure', 2, problem(), 0.5, 120],
  ['hundredth failure', 99, problem(), 0.5, 3600],
  ['told to wait', 0, problem(90_000), 0.5, 90],
  ['told to wait past the interval', 0, problem(7_200_000), 0.5, 7200],
  ['told to wait for ever', 0, problem(1e12), 0.5, 86_400],
])('%s', (_, attempts, what, random, expected) => {
  const next = reschedule({ attempts }, what, schedule, NOW, random);
  expect(seconds(next.dueAt)).toBeCloseTo(expected, 1);
  expect(next.problem).toBe(what ?? null);
});

it.each([
  [0, undefined, 5],
  [3, undefined, 40],
  [50, undefined, 300],
  [0, 600_000, 600],
])(
  'a host that failed %d times before is left alone',
  (failures, wait, expected) => {
    expect(seconds(hostBackOff(problem(wait), failures, schedule, NOW))).toBe(
      expected,
    );
  },
);
