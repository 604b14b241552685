import type { EvidenceRow } from 'backstage-plugin-chart-provenance-common';
import type { AttestationAnswer, ToolAnswers } from '../ask/ToolAnswers.ts';
import type { Accident, AttestationType, Cell } from '../cells/types.ts';
import type { MadeCell } from '../make/MadeCell.ts';
import { ATTESTATION_TYPES, PREDICATE_TYPES } from '../make/predicates.ts';
import type { ProductView } from '../product/ProductView.ts';
import { same, sameSet, type Finding } from './Finding.ts';

/** What is attached, of which kind, and what of it is proven: oras and cosign against us. */
export function compareEvidence(
  made: MadeCell,
  answers: ToolAnswers,
  { version }: ProductView,
): Finding[] {
  const evidence = version.evidence.filter(({ present }) => present);
  return [
    ...compareListing(evidence, answers, made.digest),
    ...sameSet(
      'kinds',
      kindsOf(made.cell),
      evidence.map(({ kind }) => kind),
    ),
    ...ATTESTATION_TYPES.flatMap(type => {
      const answer = answers.attestations[type];
      return answer ? compareAttestation(type, answer, evidence, made) : [];
    }),
    ...compareColumns(made.cell, version.row),
  ];
}

/** Where a piece of evidence stands. */
const manifestOf = ({ digest, manifest }: EvidenceRow) => manifest ?? digest;

function compareListing(
  evidence: EvidenceRow[],
  { tree, discovered }: ToolAnswers,
  subject: string,
): Finding[] {
  const listed = new Set(discovered.map(({ digest }) => digest));
  const attached = evidence.filter(each => manifestOf(each) !== subject);
  const byTag = attached.filter(each => !listed.has(manifestOf(each)));
  const inTags = [...tree.signatures, ...tree.attestations, ...tree.sboms];
  return [
    ...sameSet(
      'referrers (oras discover)',
      [...listed],
      attached.filter(each => !byTag.includes(each)).map(manifestOf),
    ),
    ...sameSet(
      'layers under signature tags (cosign tree)',
      inTags,
      byTag.map(({ layer, digest }) => layer?.digest ?? digest),
    ),
    ...tree.referrers.flatMap(({ digest }) =>
      listed.has(digest)
        ? []
        : [{ what: 'referrer (cosign tree)', tools: digest, ours: 'none' }],
    ),
  ];
}

const SBOMS: AttestationType[] = ['spdxjson', 'cyclonedx'];

/** The kinds that the cell's steps leave at the digest under the tag. */
function kindsOf(cell: Cell): string[] {
  const kinds = cell.steps.reduce<string[]>((before, step) => {
    switch (step.do) {
      case 'sign':
      case 'notation':
        return [...before, 'signature'];
      case 'attest':
        return [...before, SBOMS.includes(step.type) ? 'sbom' : 'attestation'];
      case 'attach':
      case 'attach-by-tag':
        return [...before, 'sbom'];
      default:
        return afterAccident(step.what, before);
    }
  }, []);
  return cell.provenance ? [...kinds, 'provenance-file'] : kinds;
}

function afterAccident(what: Accident, before: string[]): string[] {
  switch (what) {
    case 'index-wrapped':
    case 'index-of-two':
      // What was attached to the chart is not attached to the index over it.
      return [];
    case 'index-lies':
    case 'tagged-otherwise':
    case 'copied':
      return before;
    default:
      return [...before, 'signature'];
  }
}

function compareAttestation(
  type: AttestationType,
  answer: AttestationAnswer,
  evidence: EvidenceRow[],
  { cell, digest }: MadeCell,
): Finding[] {
  const predicateType = PREDICATE_TYPES[type];
  const proven = evidence
    .flatMap(({ verifications }) => verifications)
    .filter(
      each => each.outcome === 'proven' && each.predicateType === predicateType,
    );
  const what = `cosign verify-attestation --type ${type}`;
  // Whoever signed is the policy's matter; a cell that is rejected for its signer proves its attestations all the same.
  const mayDiffer = cell.expect.status !== 'verified' && !answer.accepted;
  return [
    ...(mayDiffer
      ? []
      : same(what, String(answer.accepted), String(proven.length > 0))),
    ...answer.statements.flatMap(statement => [
      ...same(`${what}: type`, statement.predicateType, predicateType),
      ...sameSet(
        `${what}: subjects`,
        statement.subjects,
        proven.flatMap(({ subjects }) => subjects ?? []),
      ),
      ...same(`${what}: digest`, statement.subjects[0] ?? 'none', digest),
    ]),
  ];
}

function compareColumns(
  cell: Cell,
  row: ProductView['version']['row'],
): Finding[] {
  const attested = cell.steps.flatMap(step =>
    step.do === 'attest' ? [step.type] : [],
  );
  const attached = cell.steps.some(step => step.do.startsWith('attach'));
  const sbom = attested.some(type => SBOMS.includes(type));
  const slsa = attested.some(type => !SBOMS.includes(type));
  const good = cell.expect.status === 'verified';
  const say = (there: boolean, verified?: boolean) =>
    there ? `${verified ? 'verified' : 'attached'}` : 'none';
  return [
    ...same(
      'SBOM column',
      say(sbom || attached, sbom && good),
      say(row.sbom !== null, row.sbom?.verified),
    ),
    ...same(
      'provenance column',
      say(slsa, slsa && good),
      say(row.provenance !== null, row.provenance?.verified),
    ),
  ];
}
