import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../../../scripts/lib/say.mjs';
import { applyMutation } from './applyMutation.mjs';
import { runTests } from './runTests.mjs';
import { copyWorkingTree } from './workingCopy.mjs';

/**
 * Removes one step after the other and runs the tests that must notice, several at a time, each in a copy of its own.
 *
 * @returns by id: `caught`, `survived`, or `broken` when no test came to an assertion.
 * @throws when a step is not found, or a test fails with nothing removed.
 */
export async function tryAll(mutations, { folder, workers, say }) {
  const copies = Array.from({ length: workers }, (_, index) => {
    const copy = join(folder, `copy-${index}`);
    mkdirSync(copy);
    copyWorkingTree(copy);
    return copy;
  });
  assertFound(copies[0], mutations);
  await assertPass(copies, mutations, say);
  const outcomes = new Map();
  const waiting = [...mutations];
  await Promise.all(
    copies.map(async copy => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        outcomes.set(next.id, await tryOne(copy, next, say));
      }
    }),
  );
  return outcomes;
}

/** Every one of them, so that a list out of date is known at once. */
function assertFound(copy, mutations) {
  const problems = mutations.flatMap(mutation => {
    try {
      applyMutation(copy, mutation)();
      return [];
    } catch (error) {
      return [error.message];
    }
  });
  if (problems.length > 0) {
    throw new Stop(problems.join('\n'));
  }
}

async function assertPass(copies, mutations, say) {
  const tests = [...new Set(mutations.flatMap(each => each.tests))].sort();
  const shares = copies.map((_, share) =>
    tests.filter((__, index) => index % copies.length === share),
  );
  const runs = await Promise.all(
    copies.map((copy, share) => runTests(copy, shares[share])),
  );
  const results = runs.flatMap(run => [...run]);
  const bad = results.filter(([, { is }]) => is !== 'passed');
  if (bad.length > 0) {
    const lines = bad.map(([test, { is, words }]) => `${test}: ${is} ${words}`);
    throw new Stop(`With nothing removed these fail:\n${lines.join('\n')}`);
  }
  say(`with nothing removed ${tests.length} test files pass`);
}

async function tryOne(copy, mutation, say) {
  const undo = applyMutation(copy, mutation);
  try {
    const results = [...(await runTests(copy, mutation.tests))];
    const missed = results.filter(([, { is }]) => is === 'passed');
    const broken = results.filter(([, { is }]) => is === 'broken');
    const outcome = outcomeOf(missed, broken);
    const shown = [...broken, ...missed, ...results][0];
    say(`${outcome.padEnd(8)} ${mutation.id}: ${shown[1].words || shown[0]}`);
    return outcome;
  } finally {
    undo();
  }
}

/** Every test that is named must notice: the list says which do. */
function outcomeOf(missed, broken) {
  if (broken.length > 0) {
    return 'broken';
  }
  return missed.length > 0 ? 'survived' : 'caught';
}
