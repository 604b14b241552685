import { constants, sign, type KeyObject } from 'node:crypto';
import * as cbor from './cbor.ts';

/** The manifest that is signed. */
export interface Target {
  mediaType: string;
  digest: string;
  size: number;
}

/** An envelope as Notation does not write it. */
export interface Envelope {
  /** Signed headers by name. `alg`, `cty` and `crit` are there in COSE too, under their numbers. */
  headers: Record<string, unknown>;
  payload: object;
  chain: Buffer[];
  key: KeyObject;
}

const SCHEME = 'io.cncf.notary.signingScheme';
const TIME = 'io.cncf.notary.signingTime';
const TIMES = [
  TIME,
  'io.cncf.notary.expiry',
  'io.cncf.notary.authenticSigningTime',
];

/** What Notation itself would write, to be changed. */
export function headersOf(alg: string, at: Date): Record<string, unknown> {
  return {
    alg,
    cty: 'application/vnd.cncf.notary.payload.v1+json',
    crit: [SCHEME],
    [SCHEME]: 'notary.x509',
    [TIME]: at.toISOString().replace(/\.\d+Z$/, 'Z'),
  };
}

export function jwsOf({ headers, payload, chain, key }: Envelope): Buffer {
  const encode = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const [written, signed] = [encode(headers), encode(payload)];
  const bytes = Buffer.from(`${written}.${signed}`);
  return Buffer.from(
    JSON.stringify({
      payload: signed,
      protected: written,
      header: { x5c: chain.map(each => each.toString('base64')) },
      signature: signedBy(key, headers.alg, bytes).toString('base64url'),
    }),
  );
}

const LABELS: Record<string, number> = { alg: 1, crit: 2, cty: 3 };
const ALGORITHMS: Record<string, number> = {
  PS256: -37,
  PS384: -38,
  PS512: -39,
  ES256: -7,
  ES384: -35,
  ES512: -36,
};

export function coseOf({ headers, payload, chain, key }: Envelope): Buffer {
  const members = Object.entries(headers).map(
    ([name, value]): [cbor.Encoded, cbor.Encoded] => [
      cbor.encode(LABELS[name] ?? name),
      encodeHeader(name, value),
    ],
  );
  const written = cbor.bytes(cbor.map(members));
  const signed = cbor.bytes(Buffer.from(JSON.stringify(payload)));
  const structure = cbor.array([
    ...[
      cbor.encode('Signature1'),
      written,
      cbor.bytes(Buffer.alloc(0)),
      signed,
    ],
  ]);
  return cbor.tag(
    18,
    cbor.array([
      written,
      cbor.map([[cbor.encode(33), cbor.array(chain.map(cbor.bytes))]]),
      signed,
      cbor.bytes(signedBy(key, headers.alg, structure)),
    ]),
  );
}

function encodeHeader(name: string, value: unknown): cbor.Encoded {
  if (name === 'alg') {
    return cbor.encode(ALGORITHMS[String(value)] ?? value);
  }
  const seconds = Date.parse(String(value)) / 1000;
  return TIMES.includes(name) && !Number.isNaN(seconds)
    ? cbor.tag(1, cbor.encode(seconds))
    : cbor.encode(value);
}

function signedBy(key: KeyObject, alg: unknown, bytes: Buffer): Buffer {
  const digest = /^[PE]S(256|384|512)$/.exec(String(alg))?.[1] ?? '256';
  return sign(
    `sha${digest}`,
    bytes,
    key.asymmetricKeyType === 'rsa'
      ? {
          key,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
        }
      : { key, dsaEncoding: 'ieee-p1363' },
  );
}
