import assert from 'node:assert/strict';
import { test } from 'node:test';
import { METHODS, PLAIN_REGISTRIES } from './build.ts';
import { allCells } from './index.ts';
import type { AttestationType, Cell, SignerId } from './types.ts';

const cells = allCells();

/** Every pair of the two lists has a cell. */
function assertPairs<A, B>(
  [as, bs]: [readonly A[], readonly B[]],
  has: (cell: Cell, a: A, b: B) => boolean,
) {
  for (const a of as) {
    for (const b of bs) {
      assert.ok(
        cells.some(cell => has(cell, a, b)),
        `no cell has ${a} and ${b}`,
      );
    }
  }
}

const does = (cell: Cell, test: (step: Cell['steps'][number]) => boolean) =>
  cell.steps.some(test);

test('ids are repositories and names of entities, each once', () => {
  const ids = cells.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) {
    assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(id.length <= 63);
  }
});

test('the rule of choice: every two of what belongs together meet', () => {
  const signers: SignerId[] = ['github', 'gitlab', 'p256', 'rsa', 'ed25519'];
  assertPairs([METHODS, signers], (cell, method, by) =>
    Boolean(
      cell.method === method &&
        does(cell, step => step.do === 'sign' && step.by === by),
    ),
  );
  const types: AttestationType[] = [
    ...(['slsaprovenance', 'slsaprovenance1'] as const),
    ...(['spdxjson', 'cyclonedx'] as const),
  ];
  assertPairs([METHODS, types], (cell, method, type) =>
    Boolean(
      cell.method === method &&
        does(cell, step => step.do === 'attest' && step.type === type),
    ),
  );
  assertPairs(
    [METHODS, PLAIN_REGISTRIES],
    (cell, method, registry) =>
      cell.set === 'core' &&
      cell.method === method &&
      cell.registry === registry,
  );
  const codes = [
    ...['wrong-identity', 'wrong-issuer', 'untrusted-key', 'bad-signature'],
    ...['digest-mismatch', 'timestamp-missing'],
  ];
  assertPairs(
    [METHODS, codes],
    (cell, method, code) => cell.method === method && cell.expect.code === code,
  );
});

test('where a tool must refuse, it is written down in which words', () => {
  for (const cell of cells) {
    const refuses = cell.differs
      ? cell.differs.tool === 'refuses'
      : cell.expect.status !== 'verified';
    assert.equal(cell.toolSays !== undefined, refuses, cell.id);
  }
});

test('a difference on purpose says the opposite of the verdict', () => {
  for (const { id, differs, expect } of cells) {
    if (differs) {
      const alike =
        (differs.tool === 'accepts') === (expect.status === 'verified');
      assert.ok(!alike, id);
      assert.ok(differs.because.length > 20, id);
    }
  }
});
