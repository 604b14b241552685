import assert from 'node:assert/strict';
import { sign, verify } from 'node:crypto';
import { test } from 'node:test';
import { KeySource, signRepeatably } from './keySource.ts';

const MESSAGE = Buffer.from('a chart');

test('the same seed and name give the same keys, others give others', () => {
  const pem = (seed: string, name: string) => {
    const keys = new KeySource(seed);
    return [keys.p256(name), keys.ed25519(name)].map(({ privateKey }) =>
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
  };
  assert.deepEqual(pem('a', 'root'), pem('a', 'root'));
  const all = [pem('a', 'root'), pem('a', 'leaf'), pem('b', 'root')].flat();
  assert.equal(new Set(all).size, 6);
});

test('a hundred keys sign the same twice, and Node verifies it', () => {
  const keys = new KeySource('seed');
  for (let n = 0; n < 100; n += 1) {
    const { privateKey, publicKey } = keys.p256(String(n));
    const signature = signRepeatably(MESSAGE, privateKey);
    assert.deepEqual(signRepeatably(MESSAGE, privateKey), signature);
    assert.ok(verify('sha256', MESSAGE, publicKey, signature));
    assert.ok(!verify('sha256', Buffer.from('x'), publicKey, signature));
    assert.ok(
      verify('sha256', MESSAGE, publicKey, sign('sha256', MESSAGE, privateKey)),
    );
  }
});
