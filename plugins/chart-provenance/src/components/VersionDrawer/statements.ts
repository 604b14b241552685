import {
  EvidenceRow,
  PredicateFacts,
  RequirementResult,
} from 'backstage-plugin-chart-provenance-common';
import { proofsOf } from './provenBy';

/**
 * A statement about the version that is neither a signature nor an SBOM.
 *
 * @internal
 */
export interface StatementFacts {
  row: EvidenceRow;
  /** What it says; absent unless it is proven who said it. */
  predicate?: PredicateFacts;
  /** Requirements that are met by it. */
  meets: RequirementResult[];
}

/**
 * The statements among the evidence, build provenance first. Facts are taken from outcomes that are proven, and from no others.
 *
 * @internal
 */
export function statementsOf(
  evidence: EvidenceRow[],
  requirements: RequirementResult[],
): StatementFacts[] {
  return evidence
    .filter(row => row.kind === 'attestation')
    .map(row => ({
      row,
      predicate: proofsOf(row).find(({ predicate }) => predicate)?.predicate,
      meets: requirements.filter(
        ({ result, metBy }) => result === 'met' && metBy.includes(row.digest),
      ),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ row, meets }: StatementFacts): number {
  const build = row.predicateType?.startsWith('https://slsa.dev/provenance/');
  return (build ? 0 : 2) + (meets.length > 0 ? 0 : 1);
}
