import { openBundle, openKept } from '../../evidence';
import { openLegacy } from '../legacy/openLegacy';
import { messageOf } from '../messageOf';
import { SignedContent } from '../signature/SignedContent';
import { VerifyInput } from '../types';
import { OpenedEvidence } from './OpenedEvidence';

/**
 * Reads evidence into one form.
 *
 * @throws EvidenceError or NotProven for what cannot be.
 */
export function openEvidence(input: VerifyInput): OpenedEvidence {
  if (input.format === 'cosign-legacy') {
    return openLegacy(input.bytes);
  }
  const kept = openKept(input.bytes);
  const opened = openBundle(kept.bundle);
  const { bundle, statement } = opened;
  const { subject, subjectBytes = kept.signed } = input;
  return {
    bundle,
    signed: new SignedContent(
      bundle,
      messageOf(opened, { subject, subjectBytes }),
    ),
    // A message signature is over the chart manifest itself.
    claim: statement ?? { subjects: [input.subject] },
  };
}
