import { array, choice, object, ref, Schema, text, time } from './schemaParts';

/** Schemas of `verdict/` in common. */
export const verdictSchemas: Record<string, Schema> = {
  VerdictStatus: choice('verified', 'rejected', 'unsigned', 'indeterminate'),
  Side: choice('catalog', 'registry', 'trust', 'chart', 'store'),
  Reason: object(
    { code: text, message: text, side: ref('Side'), evidence: text },
    ['evidence'],
  ),
  Signer: {
    oneOf: [
      object(
        {
          kind: choice('keyless'),
          root: text,
          issuer: text,
          subject: text,
          sourceRepository: text,
          sourceDigest: text,
          sourceRef: text,
          buildSigner: text,
          runInvocation: text,
          trigger: text,
          sourceRepositoryId: text,
          sourceOwner: text,
          sourceOwnerId: text,
          runnerEnvironment: text,
          buildConfig: text,
          sourceVisibility: text,
        },
        [
          'sourceRepository',
          'sourceDigest',
          'sourceRef',
          'buildSigner',
          'runInvocation',
          'trigger',
          'sourceRepositoryId',
          'sourceOwner',
          'sourceOwnerId',
          'runnerEnvironment',
          'buildConfig',
          'sourceVisibility',
        ],
      ),
      object({ kind: choice('key'), key: text, fingerprint: text }),
      object(
        {
          kind: choice('pgp'),
          keyring: text,
          fingerprint: text,
          keyId: text,
          subkey: text,
          userId: text,
        },
        ['subkey', 'userId'],
      ),
      object({
        kind: choice('x509'),
        store: text,
        subject: text,
        fingerprint: text,
      }),
    ],
  },
  RequirementResult: object(
    {
      id: text,
      title: text,
      asks: array(text),
      policy: text,
      result: choice('met', 'failed', 'undecided'),
      metBy: array(text),
      signer: ref('Signer'),
      reasons: array(ref('Reason')),
    },
    ['asks', 'policy', 'signer'],
  ),
  Verdict: object(
    {
      status: ref('VerdictStatus'),
      reasons: array(ref('Reason')),
      requirements: array(ref('RequirementResult')),
      signer: ref('Signer'),
      policies: array(text),
      decidedAt: time,
      lastVerifiedAt: time,
      countsUntil: time,
    },
    ['signer', 'lastVerifiedAt', 'countsUntil'],
  ),
};
