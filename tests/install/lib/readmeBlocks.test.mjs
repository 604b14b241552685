import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyStep } from './readmeBlocks.mjs';

test('a block lands where the README says', () => {
  const before = 'one\ntwo\nthree\n';
  assert.equal(applyStep('append f', 'x', before, 'f'), 'one\ntwo\nthree\nx\n');
  assert.equal(
    applyStep('prepend f', 'x', before, 'f'),
    'x\none\ntwo\nthree\n',
  );
  assert.equal(
    applyStep('insert f after two', 'x', before, 'f'),
    'one\ntwo\nx\nthree\n',
  );
  assert.equal(
    applyStep('insert f before two', 'x', before, 'f'),
    'one\nx\ntwo\nthree\n',
  );
  assert.equal(
    applyStep('insert f after each t', 'x', before, 'f'),
    'one\ntwo\nx\nthree\nx\n',
  );
});

test('a place that is not there, or a step nobody knows, is an error', () => {
  assert.throws(
    () => applyStep('insert f after four', 'x', 'one\n', 'f'),
    /has no "four"/,
  );
  assert.throws(
    () => applyStep('replace f', 'x', 'one\n', 'f'),
    /unknown install step/,
  );
});
