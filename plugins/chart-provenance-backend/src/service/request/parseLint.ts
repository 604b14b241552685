import { InputError } from '@backstage/errors';
import { LintRequest } from 'backstage-plugin-chart-provenance-common';
import { MAX_LINT_BYTES } from 'backstage-plugin-chart-provenance-common/lint';
import { z } from 'zod';
import { parseWith } from './parseWith';

const schema: z.ZodType<LintRequest> = z.strictObject({
  text: z.string({ error: 'must be a text' }),
  filename: z
    .string({ error: 'must be a text' })
    .max(500, { error: 'must be at most 500 characters' })
    .optional(),
});

/** The body of `POST /lint`. @throws InputError, which repeats nothing of the text */
export function parseLint(body: unknown): LintRequest {
  const request = parseWith(schema, body);
  if (Buffer.byteLength(request.text) > MAX_LINT_BYTES) {
    throw new InputError(`text: must be at most ${MAX_LINT_BYTES} bytes`);
  }
  return request;
}
