import { Signer, Verification } from 'backstage-plugin-chart-provenance-common';
import {
  ClearSigned,
  openProvenanceFile,
  readProvenanceStatement,
} from '../../evidence';
import { mapFailure } from '../outcome/mapFailure';
import { NotProven } from '../outcome/NotProven';
import { bindToChart } from './bindToChart';
import { PreparedKeyring, RingSigner } from './PreparedKeyring';
import { proveProvenanceFile, ProvenText } from './proveProvenanceFile';
import { ProvenanceFileInput } from './types';

/** How far ahead a signer's clock may run. Later ones do not count before their time, as with Helm. */
const CLOCK_SKEW_MS = 24 * 60 * 60 * 1000;

/**
 * One outcome for each keyring. A function of bytes and rings alone: what depends on today's date is left to the judge, as the window in
 * which a proof counts. Never throws.
 *
 * @internal
 */
export async function verifyProvenanceFile(
  input: ProvenanceFileInput,
  keyrings: readonly PreparedKeyring[],
): Promise<Verification[]> {
  const file = await attempt(() => openProvenanceFile(input.bytes));
  const outcomes: Verification[] = [];
  for (const ring of keyrings) {
    const base = { evidence: input.evidence, trust: `keyring:${ring.id}` };
    const outcome =
      file instanceof NotProven
        ? file
        : await attempt(() => prove(file, ring, input));
    outcomes.push(
      outcome instanceof NotProven
        ? {
            ...base,
            outcome: 'failed',
            code: outcome.code,
            message: outcome.message,
          }
        : { ...base, outcome: 'proven', ...outcome },
    );
  }
  return outcomes;
}

type Proven = Pick<
  Verification,
  'signer' | 'verifiedTimes' | 'countsFrom' | 'countsUntil' | 'subjects'
>;

async function prove(
  file: ClearSigned,
  ring: PreparedKeyring,
  { subject, chart }: ProvenanceFileInput,
): Promise<Proven> {
  const proven = await proveProvenanceFile(file, ring);
  const stated = readProvenanceStatement(proven.text);
  bindToChart(stated, chart);
  return {
    signer: signerOf(proven.signer, ring),
    // Its time is the signer's word.
    verifiedTimes: [],
    ...windowOf(proven, ring),
    subjects: [subject, stated.digest],
  };
}

function signerOf(
  { fingerprint, keyId, subkey, userId }: RingSigner,
  { id }: PreparedKeyring,
): Signer {
  return {
    kind: 'pgp',
    keyring: id,
    fingerprint,
    keyId,
    ...(subkey && { subkey }),
    ...(userId && { userId }),
  };
}

/** ISO times of one form, which sort as text. */
function windowOf(
  { claimedAt, expiresAt, signer }: ProvenText,
  { validFrom, validUntil }: PreparedKeyring,
): Pick<Verification, 'countsFrom' | 'countsUntil'> {
  const claimed = new Date(claimedAt.getTime() - CLOCK_SKEW_MS).toISOString();
  const froms = [claimed, validFrom].flatMap(time => time ?? []).sort();
  const untils = [expiresAt, signer.expiresAt, validUntil]
    .flatMap(time => time ?? [])
    .sort();
  return {
    countsFrom: froms.at(-1),
    ...(untils.length > 0 && { countsUntil: untils[0] }),
  };
}

async function attempt<T>(step: () => T | Promise<T>): Promise<T | NotProven> {
  try {
    return await step();
  } catch (error) {
    return mapFailure(error);
  }
}
