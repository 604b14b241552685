import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachOf } from './forEachOf.ts';

test('every item once, in order, and never more than the limit at once', async () => {
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  await forEachOf([1, 2, 3, 4, 5], 2, async item => {
    begun.push(item);
    running += 1;
    most = Math.max(most, running);
    await new Promise(resolve => setImmediate(resolve));
    running -= 1;
  });
  assert.deepEqual(begun, [1, 2, 3, 4, 5]);
  assert.equal(most, 2);
});
