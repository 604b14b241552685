import { SIMPLE_SIGNING_TYPE } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { MAX_SUBJECTS } from './bounds';

/**
 * An in-toto statement, version 1 or 0.1, but for its predicate: cosign 2.6 writes none for a signature.
 *
 * @see https://github.com/in-toto/attestation/blob/v1.1.0/spec/v1/statement.md
 */
export const headerSchema = z.object({
  _type: z.enum([
    'https://in-toto.io/Statement/v1',
    'https://in-toto.io/Statement/v0.1',
  ]),
  predicateType: z
    .string()
    .min(1)
    .max(512)
    // What a legacy signature is known by. A statement that called itself that would pass for one.
    .refine(type => type !== SIMPLE_SIGNING_TYPE),
  // Other digests are not looked at: there may be thousands of them.
  subject: z
    .array(
      z.object({
        digest: z.object({
          sha256: z.string().optional(),
          sha512: z.string().optional(),
        }),
      }),
    )
    .min(1)
    .max(MAX_SUBJECTS),
});
