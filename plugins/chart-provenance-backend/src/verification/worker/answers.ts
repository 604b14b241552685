import { Verification } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { trustsOf } from '../trustsOf';
import { VerifyInput, VerifyOutcome } from '../types';
import { Answer } from './messages';
import { PreparedTrust } from './verifyHere';

const verificationShape = z.looseObject({
  evidence: z.string(),
  trust: z.string(),
  outcome: z.enum(['proven', 'failed']),
});

type Packed = NonNullable<VerifyOutcome['sbom']>;

const sbomShape = z.looseObject({
  componentCount: z.number(),
  cut: z.boolean(),
});

const outcomeSchema = z.strictObject({
  materialHash: z.string(),
  verifications: z.array(
    z.custom<Verification>(value => verificationShape.safeParse(value).success),
  ),
  sbom: z
    .custom<Omit<Packed, 'components'>>(
      value => sbomShape.safeParse(value).success,
    )
    .optional(),
});

/** What is sent of an outcome. */
export function packOutcome({ sbom, ...outcome }: VerifyOutcome): Answer {
  if (!sbom) {
    return { json: JSON.stringify(outcome) };
  }
  const { components, ...rest } = sbom;
  return { json: JSON.stringify({ ...outcome, sbom: rest }), components };
}

/**
 * Reads what a thread found.
 *
 * @throws Error when it does not answer what was asked, or was not found under the trust material it was asked for.
 */
export function readOutcome(
  { json, components }: Answer,
  input: VerifyInput,
  trust: PreparedTrust,
): VerifyOutcome {
  const { sbom, ...outcome } = outcomeSchema.parse(JSON.parse(json));
  const asked = new Set(trustsOf(input.format, trust.input));
  const answersIt =
    outcome.materialHash === trust.hash &&
    (sbom === undefined) === (components === undefined) &&
    outcome.verifications.every(
      each => each.evidence === input.evidence && asked.has(each.trust),
    );
  if (!answersIt) {
    throw new Error('it answered something else than it was asked');
  }
  return sbom && components
    ? { ...outcome, sbom: { ...sbom, components } }
    : outcome;
}
