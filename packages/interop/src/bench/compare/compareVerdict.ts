import type { Signer } from 'backstage-plugin-chart-provenance-common';
import type { Answer, ToolAnswers } from '../ask/ToolAnswers.ts';
import type { AttestationType, Cell } from '../cells/types.ts';
import { NOTATION_SUBJECTS } from '../ground/notationKeys.ts';
import { IDENTITIES } from '../ground/signers.ts';
import type { MadeCell } from '../make/MadeCell.ts';
import { ATTESTATION_TYPES, PREDICATE_TYPES } from '../make/predicates.ts';
import type { ProductView } from '../product/ProductView.ts';
import { same, sameSet, type Finding } from './Finding.ts';

/**
 * Our verdict against what the cell says it must be, and against the tool that
 * checks the same policy. Where we differ on purpose, exactly that difference
 * must be there.
 */
export function compareVerdict(
  { cell, digest }: MadeCell,
  answers: ToolAnswers,
  { version }: ProductView,
): Finding[] {
  const { verdict } = version.row;
  const { status, code } = cell.expect;
  const tool = toolAnswer(cell, answers);
  const must = cell.differs
    ? cell.differs.tool === 'accepts'
    : status === 'verified';
  return [
    ...same(
      'verdict',
      `${status}: ${code}`,
      `${verdict.status}: ${verdict.reason.code}`,
    ),
    ...(tool.accepted === must
      ? []
      : [
          {
            what: 'the tool itself',
            tools: tool.accepted ? 'accepts' : `refuses: ${tool.words}`,
            ours: `it was to ${must ? 'accept' : 'refuse'}`,
          },
        ]),
    ...(tool.accepted || tool.words.includes(cell.toolSays ?? '')
      ? []
      : same('the tool itself', tool.words, cell.toolSays ?? '')),
    ...(answers.verify?.digests ?? []).flatMap(each =>
      same('digest (cosign verify)', each, digest),
    ),
    ...(status === 'verified'
      ? compareSigner(cell, answers, verdict.signer)
      : []),
    ...('store' in cell.policy && tool.accepted
      ? compareNamed(NOTATION_SUBJECTS[cell.policy.store], version)
      : []),
  ];
}

/** What the tools say to the cell's policy: accepted when everything that it asks for is accepted. */
export function toolAnswer(cell: Cell, answers: ToolAnswers): Answer {
  const nothing: Answer = { accepted: false, words: 'was not asked' };
  const signature =
    answers.notation ??
    ('keyring' in cell.policy ? answers.pullVerify : answers.verify) ??
    nothing;
  const required = (cell.require ?? []).map(
    type => answers.attestations[attestationOf(type)] ?? nothing,
  );
  return [signature, ...required].find(each => !each.accepted) ?? signature;
}

function attestationOf(predicateType: string): AttestationType {
  const type = ATTESTATION_TYPES.find(
    each => PREDICATE_TYPES[each] === predicateType,
  );
  if (!type) {
    throw new Error(`cosign has no --type for ${predicateType}`);
  }
  return type;
}

function compareSigner(
  { policy }: Cell,
  { verify, pullVerify }: ToolAnswers,
  signer: Signer | null,
): Finding[] {
  const ours = wordsOf(signer);
  if ('key' in policy) {
    return same('signer', `key ${policy.key}`, ours);
  }
  if ('keyring' in policy) {
    return same('signer', pullVerify?.fingerprint ?? 'nobody', ours);
  }
  if ('store' in policy) {
    return same('signer', NOTATION_SUBJECTS[policy.store], ours);
  }
  const { issuer, subject } = IDENTITIES[policy.identity];
  return [
    ...same('signer', `${subject} by ${issuer}`, ours),
    ...(verify?.signers ?? []).flatMap(each =>
      same('signer (cosign verify)', `${each.subject} by ${each.issuer}`, ours),
    ),
  ];
}

/** What is left open has to say who signed: by the evidence, and in the sentence that people read. */
function compareNamed(
  subject: string,
  { evidence, row }: ProductView['version'],
): Finding[] {
  const proven = evidence
    .flatMap(({ verifications }) => verifications)
    .filter(({ outcome }) => outcome === 'proven');
  return [
    ...sameSet(
      'signer (notation)',
      [subject],
      proven.map(({ signer }) => wordsOf(signer ?? null)),
    ),
    ...(row.verdict.reason.message.includes(subject)
      ? []
      : same('signer in the reason', subject, row.verdict.reason.message)),
  ];
}

function wordsOf(signer: Signer | null): string {
  switch (signer?.kind) {
    case 'keyless':
      return `${signer.subject} by ${signer.issuer}`;
    case 'key':
      return `key ${signer.key}`;
    case 'x509':
      return signer.subject;
    case 'pgp':
      return signer.fingerprint.toUpperCase();
    default:
      return 'nobody';
  }
}
