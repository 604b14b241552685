import { openBundle } from '../../evidence';
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
  const opened = openBundle(input.bytes);
  const { bundle, statement } = opened;
  return {
    bundle,
    signed: new SignedContent(bundle, messageOf(opened, input)),
    // A message signature is over the chart manifest itself.
    claim: statement ?? { subjects: [input.subject] },
  };
}
