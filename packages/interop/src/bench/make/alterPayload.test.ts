import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alterPayload } from './alterPayload.ts';

const encode = (text: string) => Buffer.from(text).toString('base64');

test('the signed bytes change, what they say does not, the signature stays', () => {
  const payload = encode('{"subject":[]}');
  const cases = [
    { dsseEnvelope: { payload, signatures: [{ sig: 'AA' }] } },
    { payload, payloadType: 'x', signatures: [{ sig: 'AA' }] },
  ];
  for (const before of cases) {
    const after = JSON.parse(
      alterPayload(Buffer.from(JSON.stringify(before))).toString(),
    );
    const envelope = after.dsseEnvelope ?? after;
    const statement = Buffer.from(envelope.payload, 'base64').toString();
    assert.notEqual(envelope.payload, payload);
    assert.deepEqual(JSON.parse(statement), { subject: [] });
    assert.deepEqual(envelope.signatures, [{ sig: 'AA' }]);
  }
});

test('a simple signing payload says something else', () => {
  const before = Buffer.from('{"critical":{},"optional":null}');
  assert.notDeepEqual(alterPayload(before), before);
});
