import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Answer } from './Answer.ts';
import { readCases } from './readCases.ts';
import { runCases } from './runCases.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-test-'));
  writeFileSync(join(folder, 'a.txt'), 'common');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, files: Record<string, string>): void {
  mkdirSync(join(folder, name));
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(folder, name, file), text);
  }
}

const bundle = { 'bundle.sigstore.json': '{}' };

describe('what a folder holds', () => {
  it('is read with the defaults of the public suite', () => {
    write('plain', bundle);
    const [it] = readCases(folder);
    assert.ok(!('unreadable' in it));
    assert.equal(it.mustFail, false);
    assert.equal(Buffer.from(it.artifact).toString(), 'common');
    assert.equal(it.trustedRoot, undefined);
    assert.equal(it.key, undefined);
    assert.match(it.identity, /extremely-dangerous-oidc-beacon\.yml@/);
    assert.equal(it.issuer, 'https://token.actions.githubusercontent.com');
  });

  it('is read with what a case says itself', () => {
    write('own_fail', {
      ...bundle,
      artifact: 'own',
      identity: 'me\n',
      issuer: 'them\n',
      'key.pub': 'PEM',
      'trusted_root.json': '{"a":1}',
    });
    const [it] = readCases(folder);
    assert.ok(!('unreadable' in it));
    assert.equal(it.mustFail, true);
    assert.equal(Buffer.from(it.artifact).toString(), 'own');
    assert.deepEqual(
      [it.identity, it.issuer, it.key, it.trustedRoot],
      ['me', 'them', 'PEM', { a: 1 }],
    );
  });

  it('is nothing where there is no case', () => {
    assert.deepEqual(readCases(folder), []);
  });
});

describe('what counts as passed', () => {
  const refused: Answer = { is: 'refused', code: 'bad-signature', words: '' };
  const accepted: Answer = { is: 'accepted', words: '' };
  const broken: Answer = { is: 'broken', words: '' };
  const rows: [string, Record<string, string>, Answer, boolean][] = [
    ['good', bundle, accepted, true],
    ['good', bundle, refused, false],
    ['good', bundle, broken, false],
    ['bad_fail', bundle, refused, true],
    ['bad_fail', bundle, accepted, false],
    // What nobody foresaw is no refusal,
    ['bad_fail', bundle, broken, false],
    // nor is a file that is missing or cannot be read.
    ['bad_fail', {}, refused, false],
    ['bad_fail', { ...bundle, 'trusted_root.json': '{' }, refused, false],
    ['bad_fail', { ...bundle, 'refused-as': 'bad-signature' }, refused, true],
    ['bad_fail', { ...bundle, 'refused-as': 'wrong-issuer' }, refused, false],
  ];

  for (const [name, files, answer, passed] of rows) {
    const what = `${name} with ${Object.keys(files)}, ${answer.is}`;
    it(`${what}: ${passed ? 'passed' : 'failed'}`, async () => {
      write(name, files);
      const counts = await runCases(
        readCases(folder),
        async () => answer,
        () => {},
      );
      assert.deepEqual(counts, {
        passed: passed ? 1 : 0,
        failed: passed ? 0 : 1,
      });
    });
  }
});
