import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { SnippetQuery } from '../SnippetService';

const OPTION = 'option must be a name, a colon and a value';
const option = z
  .string({ error: OPTION })
  .regex(/^[a-z][a-z0-9-]{0,63}:[\x20-\x7e]{0,200}$/, { error: OPTION });

const snippetQuerySchema = z.strictObject({
  version: z
    .string({ error: 'version must be given once' })
    .regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/, {
      error: 'version must be a digest',
    })
    .optional(),
  consumer: z
    .string({ error: 'consumer must be given once' })
    .max(200, { error: 'consumer must be at most 200 characters' })
    .optional(),
  option: z
    .union([option, z.array(option).max(20, { error: 'at most 20 options' })], {
      error: OPTION,
    })
    .optional(),
});

/** Reads which text is wanted. @throws InputError with everything that is wrong. */
export function parseSnippetQuery(query: unknown): SnippetQuery {
  const result = snippetQuerySchema.safeParse(query ?? {});
  if (!result.success) {
    throw new InputError(
      result.error.issues.map(issue => issue.message).join('; '),
    );
  }
  const { option: written = [], ...rest } = result.data;
  const pairs = [written].flat().map(text => {
    const colon = text.indexOf(':');
    return [text.slice(0, colon), text.slice(colon + 1)] as const;
  });
  const names = pairs.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`option ${twice} is given twice`);
  }
  return { ...rest, options: Object.fromEntries(pairs) };
}
