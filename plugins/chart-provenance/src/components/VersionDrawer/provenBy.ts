import {
  EvidenceRow,
  signerLabel,
  Verification,
} from 'backstage-plugin-chart-provenance-common';

/**
 * The outcomes that prove a piece of evidence with nothing left open. Whether anybody may sign the chart is another question.
 *
 * @internal
 */
export function proofsOf(row: EvidenceRow): Verification[] {
  return row.verifications.filter(
    ({ outcome, gaps }) => outcome === 'proven' && !gaps?.length,
  );
}

/**
 * Who made a piece of evidence, as far as that is proven, each named once.
 *
 * @internal
 */
export function provenBy(row: EvidenceRow | undefined): string[] {
  const labels = (row ? proofsOf(row) : []).flatMap(({ signer }) =>
    signer ? [signerLabel(signer)] : [],
  );
  return [...new Set(labels)];
}
