import type { Case } from './Case.ts';

/** Genuine signatures with something changed afterwards. */
export function altered(cases: readonly Case[]): Case[] {
  const genuine = (name: string) => {
    const found = cases.find(each => each.name === name);
    if (!found) {
      throw new Error(`there is no case ${name}`);
    }
    return found;
  };
  const jws = genuine('jws-p256');
  const cose = genuine('cose-p256');
  const bad = (from: Case, name: string, envelope: Buffer): Case => ({
    ...{ ...from, envelope, expected: 'bad-signature' },
    name: `${from.syntax}-${name}`,
  });
  const member = (name: string, change: (text: string) => unknown) => {
    const json: Record<string, unknown> = JSON.parse(jws.envelope.toString());
    const next = { ...json, [name]: change(String(json[name])) };
    return Buffer.from(JSON.stringify(next));
  };
  const elsewhere = genuine('jws-of-another-chart').envelope.toString();
  return [
    // Its own payload names another chart; ours is put in its place.
    bad(
      jws,
      'payload-put-in-place',
      Buffer.from(
        JSON.stringify({
          ...JSON.parse(elsewhere),
          payload: JSON.parse(jws.envelope.toString()).payload,
        }),
      ),
    ),
    bad(
      jws,
      'header-put-in-place',
      member(
        'protected',
        () => JSON.parse(genuine('jws-expiring').envelope.toString()).protected,
      ),
    ),
    bad(
      jws,
      'signature-altered',
      member('signature', text => flip(text)),
    ),
    bad(
      jws,
      'signature-padded',
      member('signature', text => `${text}==`),
    ),
    {
      ...bad(
        jws,
        'several-signatures',
        member('signatures', () => []),
      ),
      differs:
        'Notation skips over members that it does not know; another reader might take these for the signatures.',
    },
    bad(jws, 'cut-short', jws.envelope.subarray(0, -40)),
    bad(
      cose,
      'payload-altered',
      swap(cose.envelope, 'targetArtifact', 'targetartifact'),
    ),
    bad(cose, 'digest-altered', swapDigit(cose.envelope)),
    bad(cose, 'signature-altered', flipLast(cose.envelope)),
    bad(cose, 'untagged', cose.envelope.subarray(1)),
    bad(
      cose,
      'followed-by-more',
      Buffer.concat([cose.envelope, Buffer.from([0])]),
    ),
    bad(cose, 'cut-short', cose.envelope.subarray(0, -40)),
  ];
}

function flip(text: string): string {
  return (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
}

function flipLast(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 1] ^= 1;
  return copy;
}

function swap(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
}

function swapDigit(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  return Buffer.from(
    text.replace(
      /sha256:(.)/,
      (_, digit) => `sha256:${digit === '0' ? '1' : '0'}`,
    ),
    'latin1',
  );
}
