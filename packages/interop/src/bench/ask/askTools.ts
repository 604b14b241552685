import type { AttestationType } from '../cells/types.ts';
import type { Ground } from '../ground/Ground.ts';
import { referenceOf, type MadeCell } from '../make/MadeCell.ts';
import { ATTESTATION_TYPES, PREDICATE_TYPES } from '../make/predicates.ts';
import { tree, verify, verifyAttestation } from './cosign.ts';
import { discover } from './discover.ts';
import { pull, pullVerify, showChart } from './helm.ts';
import { verifyNotation } from './notation.ts';
import type { ToolAnswers } from './ToolAnswers.ts';

/** Asks every tool that has something to say about the cell, one after another. */
export async function askTools(
  ground: Ground,
  made: MadeCell,
): Promise<ToolAnswers> {
  const { cell } = made;
  const attestations: ToolAnswers['attestations'] = {};
  for (const type of attested(made)) {
    attestations[type] = await verifyAttestation(ground, made, type);
  }
  return {
    verify:
      'keyring' in cell.policy || 'store' in cell.policy
        ? undefined
        : await verify(ground, made),
    attestations,
    tree: await tree(ground, made),
    discovered: await discover(ground, referenceOf(made)),
    chart: await showChart(ground, made),
    archiveDigest: await pull(ground, made),
    pullVerify:
      cell.provenance || 'keyring' in cell.policy
        ? await pullVerify(ground, made)
        : undefined,
    notation: cell.steps.some(step => step.do === 'notation')
      ? await verifyNotation(ground, made)
      : undefined,
  };
}

/** The types that were attested, and those that the policy requires. */
function attested({ cell }: MadeCell): Set<AttestationType> {
  const types = cell.steps.flatMap(step =>
    step.do === 'attest' ? [step.type] : [],
  );
  const required = ATTESTATION_TYPES.filter(type =>
    cell.require?.includes(PREDICATE_TYPES[type]),
  );
  return new Set([...types, ...required]);
}
