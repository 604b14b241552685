import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf } from './answerOf.ts';
import { parseDiscovered } from './discover.ts';
import { parseTree } from './parseTree.ts';
import { parseEnvelopes, parseVerified } from './parseVerified.ts';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const NAME = '127.0.0.1:5000/a/app';

test('cosign tree: layers under tags, and referrers with theirs', () => {
  const text = [
    `📦 Supply Chain Security Related artifacts for an image: ${NAME}@${digest(
      '0',
    )}`,
    `└── 🔐 Signatures for an image tag: ${NAME}:sha256-${'0'.repeat(64)}.sig`,
    `   ├── 🍒 ${digest('1')}`,
    `   └── 🍒 ${digest('2')}`,
    `└── 💾 Attestations for an image tag: ${NAME}:sha256-${'0'.repeat(
      64,
    )}.att`,
    `   └── 🍒 ${digest('3')}`,
    `└── 📦 SBOMs for an image tag: ${NAME}:sha256-${'0'.repeat(64)}.sbom`,
    `   └── 🍒 ${digest('4')}`,
    `└── 🔗 https://sigstore.dev/cosign/sign/v1 artifacts via OCI referrer: ${NAME}@${digest(
      '5',
    )}`,
    `   └── 🍒 ${digest('6')}`,
  ].join('\n');
  assert.deepEqual(parseTree(text), {
    signatures: [digest('1'), digest('2')],
    attestations: [digest('3')],
    sboms: [digest('4')],
    referrers: [
      {
        artifactType: 'https://sigstore.dev/cosign/sign/v1',
        digest: digest('5'),
        layers: [digest('6')],
      },
    ],
  });
});

test('oras discover: digests and types; nothing attached is an empty list', () => {
  const entry = { digest: digest('1'), artifactType: 'a/b', size: 3 };
  assert.deepEqual(parseDiscovered(JSON.stringify({ referrers: [entry] })), [
    { digest: digest('1'), artifactType: 'a/b' },
  ]);
  assert.deepEqual(parseDiscovered('{}'), []);
});

test('a refusal keeps the line that says why, not the last or the first', () => {
  const stderr =
    'WARNING: x\nError: no signatures found\nerror during command\n';
  assert.deepEqual(answerOf({ exitCode: 10, stdout: '', stderr }), {
    accepted: false,
    words: 'Error: no signatures found',
  });
  assert.deepEqual(answerOf({ exitCode: 0, stdout: '', stderr }), {
    accepted: true,
    words: '',
  });
});

test('cosign verify: digests, and signers where the layout names them', () => {
  const image = { 'docker-manifest-digest': digest('1') };
  const optional = { Issuer: 'https://i', Subject: 's' };
  const entries = [
    { critical: { image }, optional },
    { critical: { image }, optional: {} },
  ];
  assert.deepEqual(parseVerified(`\n${JSON.stringify(entries)}\n`), {
    digests: [digest('1'), digest('1')],
    signers: [{ issuer: 'https://i', subject: 's' }],
  });
});

test('a tool that accepts and shows nothing has accepted nothing', () => {
  assert.throws(() => parseVerified('[]'), /lists no signature/);
  assert.throws(() => parseVerified(''), SyntaxError);
  assert.throws(() => parseEnvelopes('\n'), /prints no envelope/);
});

test('cosign verify-attestation: an envelope a line', () => {
  const subject = [{ digest: { sha256: '1'.repeat(64) } }];
  const statement = JSON.stringify({ predicateType: 'a', subject });
  const payload = Buffer.from(statement).toString('base64');
  const line = JSON.stringify({ payload });
  assert.deepEqual(parseEnvelopes(`${line}\n${line}\n`), [
    { predicateType: 'a', subjects: [digest('1')] },
    { predicateType: 'a', subjects: [digest('1')] },
  ]);
});
