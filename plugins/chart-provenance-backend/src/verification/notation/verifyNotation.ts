import { Verification } from 'backstage-plugin-chart-provenance-common';
import { NotationEnvelope, openNotation } from '../../evidence';
import { mapFailure } from '../outcome/mapFailure';
import { NotProven } from '../outcome/NotProven';
import type { PreparedStore } from '../trust/prepareStore';
import { VerifyInput } from '../types';
import { assertSignature } from './assertSignature';
import { assertChain } from './certificate/assertChain';
import { Certificate } from './certificate/Certificate';
import { readCertificate } from './certificate/readCertificate';

/**
 * One outcome for each store. A function of bytes and stores alone: nothing proves when the signature was made, so that certificates
 * and expiry are judged by today's date, as the window in which a proof counts. A proof names in `gaps` what Notation itself would have
 * checked and this does not: it never meets a requirement. Never throws.
 *
 * @internal
 */
export function verifyNotation(
  input: Pick<VerifyInput, 'evidence' | 'bytes' | 'subject'>,
  stores: readonly PreparedStore[],
): Verification[] {
  if (stores.length === 0) {
    return [];
  }
  const opened = attempt(() => open(input.bytes));
  return stores.map(store => {
    const base = { evidence: input.evidence, trust: `store:${store.id}` };
    const outcome =
      opened instanceof NotProven
        ? opened
        : attempt(() => prove(opened, store, input.subject));
    if (outcome instanceof NotProven) {
      const { code, message } = outcome;
      return { ...base, outcome: 'failed', code, message };
    }
    return { ...base, outcome: 'proven', ...outcome };
  });
}

interface Opened {
  envelope: NotationEnvelope;
  chain: readonly Certificate[];
  /** Why chain or signature does not hold. Found out once, and only when a store trusts the chain's end: it is what costs time. */
  flaw: () => NotProven | undefined;
}

type Proven = Pick<
  Verification,
  | 'signer'
  | 'verifiedTimes'
  | 'countsFrom'
  | 'countsUntil'
  | 'subjects'
  | 'gaps'
>;

function open(bytes: Uint8Array): Opened {
  const envelope = openNotation(bytes);
  const chain = envelope.certificates.map(readCertificate);
  let found: { flaw: NotProven | undefined } | undefined;
  const flaw = () => {
    found ??= { flaw: flawOf(envelope, chain) };
    return found.flaw;
  };
  return { envelope, chain, flaw };
}

function flawOf(
  envelope: NotationEnvelope,
  chain: readonly Certificate[],
): NotProven | undefined {
  const outcome = attempt(() => {
    assertChain(chain);
    assertSignature(envelope, chain[0].publicKey);
  });
  return outcome instanceof NotProven ? outcome : undefined;
}

function prove(
  { envelope, chain, flaw }: Opened,
  store: PreparedStore,
  subject: string,
): Proven {
  if (store.anchors.size === 0) {
    throw new NotProven('verifier-failed', store.detail);
  }
  if (!chain.some(({ fingerprint }) => store.anchors.has(fingerprint))) {
    throw new NotProven(
      'untrusted-root',
      `The certificate does not lead to one of store ${store.id}.`,
    );
  }
  const failure = flaw();
  if (failure) {
    throw failure;
  }
  if (envelope.target.digest !== subject) {
    throw new NotProven(
      'digest-mismatch',
      'It is a signature over something else: it does not name this digest.',
    );
  }
  const [{ subjectName, fingerprint }] = chain;
  return {
    signer: {
      kind: 'x509',
      store: store.id,
      subject: subjectName,
      fingerprint,
    },
    // Its time is the signer's word.
    verifiedTimes: [],
    ...windowOf(envelope, chain),
    subjects: [subject],
    gaps: ['revocation', ...(envelope.timestamp ? ['timestamp'] : [])],
  };
}

/** While all certificates count, and the signature itself. */
function windowOf(
  { expiry }: NotationEnvelope,
  chain: readonly Certificate[],
): Required<Pick<Verification, 'countsFrom' | 'countsUntil'>> {
  const froms = chain.map(({ notBefore }) => notBefore.getTime());
  const untils = chain.map(({ notAfter }) => notAfter.getTime());
  const ends = expiry ? [...untils, Date.parse(expiry)] : untils;
  return {
    countsFrom: new Date(Math.max(...froms)).toISOString(),
    countsUntil: new Date(Math.min(...ends)).toISOString(),
  };
}

function attempt<T>(step: () => T): T | NotProven {
  try {
    return step();
  } catch (error) {
    return mapFailure(error);
  }
}
