import {
  PredicateFacts,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import { mapFailure } from './outcome/mapFailure';
import { NotProven } from './outcome/NotProven';
import { openEvidence } from './opened/openEvidence';
import { Claim, OpenedEvidence } from './opened/OpenedEvidence';
import { Proof } from './Proof';
import { proveUnderKey } from './proveUnderKey';
import { proveUnderRoot } from './proveUnderRoot';
import { readPredicate } from './predicate/readPredicate';
import { TrustMaterialSet } from './trust/TrustMaterialSet';
import { VerifyInput, VerifyOutcome } from './types';
import { sbomOfClaim } from './verifySbom';

const MAX_SHOWN_SUBJECTS = 16;

type Prove = (opened: OpenedEvidence) => Proof;

/**
 * One outcome for each root and key, and the SBOM it carries, proven or not. A pure function of bytes and trust material, so that it
 * can run in a worker. Takes 5 to 15 ms for each root that issued the certificate, less than 1 ms for any other.
 *
 * @internal
 */
export function verifyEvidence(
  input: VerifyInput,
  materials: TrustMaterialSet,
): Omit<VerifyOutcome, 'materialHash'> {
  const trusts = trustsOf(materials);
  const opened = attempt(() => openEvidence(input));
  if (opened instanceof NotProven) {
    return {
      verifications: trusts.map(([trust]) =>
        failed({ evidence: input.evidence, trust }, opened),
      ),
    };
  }
  // Once: a statement may be megabytes, and be proven under each of them.
  const sbom = sbomOfClaim(opened.claim, input.subject);
  const facts = readPredicate(opened.claim, sbom);
  const verifications = trusts.map(([trust, prove]) => {
    const base = { evidence: input.evidence, trust };
    const outcome = attempt(() => prove(opened));
    return outcome instanceof NotProven
      ? failed(base, outcome)
      : proven(base, outcome, { ...opened.claim, facts }, input.subject);
  });
  return { verifications, sbom };
}

function trustsOf({ roots, keys }: TrustMaterialSet): [string, Prove][] {
  return [
    ...roots.map((root): [string, Prove] => [
      `root:${root.id}`,
      opened => proveUnderRoot(opened, root),
    ]),
    ...keys.map((key): [string, Prove] => [
      `key:${key.id}`,
      opened => proveUnderKey(opened, key, roots),
    ]),
  ];
}

type Base = Pick<Verification, 'evidence' | 'trust'>;
type Told = Pick<Claim, 'subjects' | 'predicateType'> & {
  facts: PredicateFacts | undefined;
};

function proven(
  base: Base,
  proof: Proof,
  { subjects: named, predicateType, facts }: Told,
  subject: string,
): Verification {
  const subjects = shownSubjects(named, subject);
  if (!named.includes(subject)) {
    return {
      ...failed(
        base,
        new NotProven(
          'digest-mismatch',
          'It is a signature over something else: the signed statement does not name this digest.',
        ),
      ),
      subjects,
    };
  }
  return {
    ...base,
    outcome: 'proven',
    ...proof,
    subjects,
    predicateType,
    predicate: facts,
  };
}

/**
 * Some of the subjects, the one in question first where it is named: every outcome is stored and read again for each verdict, and a
 * statement of a thousand subjects can be attached to every version.
 */
function shownSubjects(named: string[], subject: string): string[] {
  const others = named.filter(each => each !== subject);
  const own = named.includes(subject) ? [subject] : [];
  return [...own, ...others].slice(0, MAX_SHOWN_SUBJECTS);
}

function failed(base: Base, { code, message }: NotProven): Verification {
  return { ...base, outcome: 'failed', code, message };
}

function attempt<T>(step: () => T): T | NotProven {
  try {
    return step();
  } catch (error) {
    return mapFailure(error);
  }
}
