import {
  array,
  boolean,
  choice,
  integer,
  object,
  ref,
  Schema,
  text,
  time,
} from './schemaParts';

/** Schemas of `evidence/` in common. */
export const evidenceSchemas: Record<string, Schema> = {
  EvidenceRow: object(
    {
      digest: text,
      subject: text,
      kind: choice(
        'signature',
        'attestation',
        'sbom',
        'provenance-file',
        'unknown',
      ),
      format: text,
      mediaType: text,
      artifactType: text,
      layer: object({ digest: text, size: integer }),
      predicateType: text,
      problem: object({ code: text, message: text }),
      verifications: array(ref('Verification')),
      downloadable: boolean,
      firstSeenAt: time,
      present: boolean,
    },
    ['artifactType', 'layer', 'predicateType', 'problem'],
  ),
  Verification: object(
    {
      evidence: text,
      trust: text,
      outcome: choice('proven', 'failed'),
      code: text,
      message: text,
      signer: ref('Signer'),
      verifiedTimes: array(time),
      subjects: array(text),
      predicateType: text,
      predicate: { type: 'object' },
    },
    [
      'code',
      'message',
      'signer',
      'verifiedTimes',
      'subjects',
      'predicateType',
      'predicate',
    ],
  ),
};
