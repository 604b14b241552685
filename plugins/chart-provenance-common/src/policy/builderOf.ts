import { Signer } from '../verdict/types';
import { readWorkflowSubject } from '../verdict/readWorkflowSubject';

/**
 * The builder that a signer's certificate names: the workflow that ran (Fulcio's build signer URI), or, in certificates from before there
 * was one, the subject where it is a workflow.
 *
 * @see https://github.com/sigstore/fulcio/blob/v1.8.8/docs/oid-info.md
 * @returns undefined for a key, a person, and whatever else is no build
 * @internal
 */
export function builderOf(signer: Signer): string | undefined {
  if (signer.kind !== 'keyless') {
    return undefined;
  }
  return (
    signer.buildSigner ??
    (readWorkflowSubject(signer.subject) ? signer.subject : undefined)
  );
}
