import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renamed } from './notation.ts';

test('only the digest in the payload is another one afterwards', () => {
  const payload = (digest: string) =>
    Buffer.from(`{"digest":"${digest}"}`).toString('base64url');
  const jws = { protected: 'a', payload: payload('sha256:1'), signature: 'b' };
  const after = renamed(
    Buffer.from(JSON.stringify(jws)),
    ...(['sha256:1', 'sha256:2'] as const),
  );
  assert.deepEqual(JSON.parse(after.toString()), {
    ...jws,
    payload: payload('sha256:2'),
  });
  const cose = Buffer.from('d284ff', 'hex');
  assert.equal(
    renamed(
      Buffer.concat([cose, Buffer.from('sha256:1')]),
      'sha256:1',
      'sha256:2',
    ).toString('latin1'),
    `${cose.toString('latin1')}sha256:2`,
  );
  assert.throws(() => renamed(cose, 'sha256:1', 'sha256:2'));
});
