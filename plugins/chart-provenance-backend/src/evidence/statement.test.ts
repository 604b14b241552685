import fc from 'fast-check';
import { utf8, json, STATEMENT, ENVELOPE } from './__testUtils__/goodInputs';
import { mutated } from './__testUtils__/mutated';
import { outcomeOf } from './__testUtils__/outcomeOf';
import { readStatementHeader } from './bundle/openStatement';
import { scanJson } from './json/scanJson';
import { openEnvelope, openStatement } from '.';

// A loaded machine takes several times as long.
jest.setTimeout(60_000);

describe('a statement', () => {
  it('says what its bytes say, and nothing else', () => {
    fc.assert(
      fc.property(mutated(json(STATEMENT)), payload => {
        const read = outcomeOf(
          input => openStatement({ ...ENVELOPE, payload: input }),
          payload,
        );
        if (read === undefined) {
          return;
        }
        const plain = JSON.parse(Buffer.from(payload).toString('utf8'));
        expect(read).toEqual({
          predicateType: plain.predicateType,
          subjects: plain.subject.flatMap(
            ({ digest }: { digest: Record<string, string> }) => [
              ...(/^[0-9a-f]{64}$/.test(digest.sha256)
                ? [`sha256:${digest.sha256}`]
                : []),
              ...(/^[0-9a-f]{128}$/.test(digest.sha512)
                ? [`sha512:${digest.sha512}`]
                : []),
            ],
          ),
          predicate: plain.predicate,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is about the same whether its predicate is read or not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), predicate => {
        const payload = json({ ...STATEMENT, predicate });
        const envelope = { ...ENVELOPE, payload };
        const { predicateType, subjects } = openStatement(envelope);
        expect(readStatementHeader(envelope)).toEqual({
          predicateType,
          subjects,
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is looked over without parsing', () => {
  it('finds the members that parsing finds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), {
          maxKeys: 8,
        }),
        fc.constantFrom(undefined, 2),
        (value, indent) => {
          const text = utf8(JSON.stringify(value, null, indent));
          const { members, repeated } = scanJson(text, {
            maxBytes: 1e6,
            maxDepth: 100,
            maxNodes: 1e5,
            uniqueTo: 1,
          });
          if (repeated !== undefined) {
            return;
          }
          const found = [...members].map(([name, { start, end }]) => [
            name,
            JSON.parse(Buffer.from(text.subarray(start, end)).toString()),
          ]);
          expect(found).toEqual(
            Object.entries(JSON.parse(Buffer.from(text).toString())),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('decodes a payload as Node does, or refuses it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), payload => {
        const base64 = Buffer.from(payload).toString('base64');
        for (const written of [
          base64,
          base64.replace(/=+$/, ''),
          Buffer.from(payload).toString('base64url'),
          base64.replaceAll('/', '\\/'),
        ]) {
          const text = `{"payloadType":"","payload":"${written}","signatures":[{"sig":"AAAA"}]}`;
          expect([...openEnvelope(utf8(text)).payload]).toEqual([...payload]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '!',
    'AA=A',
    'AA AA',
    'AAAAA',
    'AA==AA==',
    'Łaaa',
    '\\u0141aaa',
    '=',
  ])('refuses %s for a payload', written => {
    const text = `{"payloadType":"","payload":"${written}","signatures":[{"sig":"AAAA"}]}`;
    expect(() => openEnvelope(utf8(text))).toThrow(
      expect.objectContaining({ code: 'bad-signature' }),
    );
  });
});
