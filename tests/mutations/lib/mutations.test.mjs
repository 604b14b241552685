import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MUTATIONS } from '../mutations/index.mjs';
import { applyMutation } from './applyMutation.mjs';
import { readConformance } from './conformance.mjs';
import { readJestReport } from './readJestReport.mjs';

describe('the list', () => {
  it('names each mutation once, and changes something with each', () => {
    assert.equal(new Set(MUTATIONS.map(({ id }) => id)).size, MUTATIONS.length);
    for (const { id, from, to, tests, protects } of MUTATIONS) {
      assert.notEqual(from, to, id);
      assert.ok(tests.length > 0 && protects, id);
    }
  });
});

describe('a mutation', () => {
  const inFolder = (text, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mutation-test-'));
    try {
      writeFileSync(join(folder, 'a.ts'), text);
      use(folder, () => readFileSync(join(folder, 'a.ts'), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const mutation = { id: 'x', file: 'a.ts', from: 'check($1);', to: '$&' };

  it('is applied literally, and taken back', () => {
    inFolder('before; check($1); after;', (folder, read) => {
      const undo = applyMutation(folder, mutation);
      assert.equal(read(), 'before; $& after;');
      undo();
      assert.equal(read(), 'before; check($1); after;');
    });
  });

  for (const [what, text] of [
    ['is not there any more', 'before; after;'],
    ['is there twice', 'check($1); check($1);'],
  ]) {
    it(`is an error where its text ${what}`, () => {
      inFolder(text, folder =>
        assert.throws(() => applyMutation(folder, mutation), /instead of once/),
      );
    });
  }
});

describe('what jest reports of a file', () => {
  const report = (status, assertionResults, message = '') => ({
    testResults: [{ name: '/a.test.ts', status, message, assertionResults }],
  });
  const failed = failureMessage => ({
    status: 'failed',
    fullName: 'what it is about',
    failureMessages: [failureMessage],
  });
  const passed = { status: 'passed', failureMessages: [] };
  const rows = [
    ['all tests passed', report('passed', [passed]), 'passed'],
    [
      'an expectation was not met',
      report('failed', [passed, failed('Error: expect(received).toBe(…)')]),
      'failed',
    ],
    ['it does not compile', report('failed', [], 'Syntax Error'), 'broken'],
    [
      'something is missing',
      report('failed', [failed("Error: Cannot find module './x'")]),
      'broken',
    ],
    ['no test ran', report('passed', [{ status: 'pending' }]), 'broken'],
    ['it was not run', { testResults: [] }, 'broken'],
  ];
  for (const [what, given, is] of rows) {
    it(`is ${is} where ${what}`, () => {
      assert.equal(readJestReport(given, '/a.test.ts').is, is);
    });
  }
});

describe('what our own cases report', () => {
  const good = 'ok     key: proven, by a key';
  const rows = [
    ['passed', 0, `${good}\n2 passed, 0 failed`],
    ['failed', 1, `${good}\nFAILED x_fail: proven, by b\n1 passed, 1 failed`],
    // Nothing is proven any more: the product does not work at all.
    ['broken', 1, 'FAILED key: could not be judged\n0 passed, 1 failed'],
    ['broken', 1, 'SyntaxError'],
  ];
  for (const [is, code, output] of rows) {
    it(`is ${is}: ${output.split('\n').at(-1)}`, () => {
      assert.equal(readConformance({ code, output }).is, is);
    });
  }
});
