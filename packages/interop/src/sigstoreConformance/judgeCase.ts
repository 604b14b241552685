import { createHash } from 'node:crypto';
import type {
  Evidence,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import type { Answer } from './Answer.ts';
import type { ConformanceCase } from './ConformanceCase.ts';
import { createVerifier, decodeBundle, signerMismatch } from './product.ts';

const ROOT = 'suite';
const KEY = 'suite-key';

/**
 * Has the product verify the bundle over the artifact, under the case's root or key and no other, and compares who signed it. Never
 * rejects.
 */
export async function judgeCase(it: ConformanceCase): Promise<Answer> {
  try {
    return await judge(it);
  } catch (error) {
    return { is: 'broken', words: `the product threw ${String(error)}` };
  }
}

async function judge(it: ConformanceCase): Promise<Answer> {
  const verifier = await verifierFor(it);
  const trust = it.key === undefined ? `root:${ROOT}` : `key:${KEY}`;
  const unusable = verifier.materials
    .states(new Date(0))
    .find(({ id, ok }) => !ok && trust.endsWith(`:${id}`));
  if (unusable) {
    return { is: 'refused', code: 'unusable-trust', words: unusable.detail };
  }
  const evidence = evidenceOf(it);
  const { format } = decodeBundle(evidence, it.bundle);
  const { verifications } = await verifier.verify({
    evidence: evidence.digest,
    format,
    bytes: it.bundle,
    subject: evidence.subject,
    subjectBytes: it.artifact,
  });
  if (verifications.length === 0) {
    return {
      is: 'refused',
      code: 'unsupported-format',
      words: `Nothing is ever proven of the format ${format}.`,
    };
  }
  return answerOf(
    verifications.find(each => each.trust === trust),
    it,
  );
}

function verifierFor({ trustedRoot, key }: ConformanceCase) {
  return createVerifier(
    {
      roots: [
        trustedRoot === undefined
          ? { id: ROOT, type: 'publicGood' }
          : { id: ROOT, type: 'file', trustedRoot },
      ],
      keys: key === undefined ? [] : [{ id: KEY, pem: key }],
      ...{ keyrings: [], stores: [] },
    },
    { workers: 0 },
  );
}

/** As a walk would have found it: attached to the artifact, as a bundle of some version. */
function evidenceOf({ bundle, artifact }: ConformanceCase): Evidence {
  return {
    digest: digestOf(bundle),
    subject: digestOf(artifact),
    kind: 'unknown',
    format: 'sigstore-bundle-v0.3',
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    layer: { digest: digestOf(bundle), size: bundle.length },
  };
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function answerOf(
  outcome: Verification | undefined,
  { key, identity, issuer }: ConformanceCase,
): Answer {
  if (outcome?.outcome === 'failed' && outcome.code !== 'verifier-failed') {
    const { code = 'no code', message = '' } = outcome;
    return { is: 'refused', code, words: message };
  }
  if (outcome?.outcome !== 'proven' || !outcome.signer) {
    // What nobody expected is no answer, even where the case must fail.
    return { is: 'broken', words: outcome?.message ?? 'it was not verified' };
  }
  const { signer, gaps = [] } = outcome;
  if (gaps.length > 0) {
    return { is: 'broken', words: `not everything is checked: ${gaps}` };
  }
  const mismatch = signerMismatch(
    key === undefined
      ? { kind: 'keyless', root: ROOT, issuer, subject: identity }
      : { kind: 'key', key: KEY },
    signer,
  );
  const words =
    signer.kind === 'keyless'
      ? `${signer.subject} of ${signer.issuer}`
      : `a ${signer.kind}`;
  return mismatch
    ? {
        is: 'refused',
        code: mismatch.code,
        words: `It was signed by ${words}.`,
      }
    : { is: 'accepted', words };
}
