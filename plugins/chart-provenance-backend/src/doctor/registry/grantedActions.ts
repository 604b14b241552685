import { z } from 'zod';

const LONGEST_TOKEN = 16_384;

const tokenSchema = z.object({
  token: z.string().max(LONGEST_TOKEN).optional(),
  access_token: z.string().max(LONGEST_TOKEN).optional(),
});

/** @see https://distribution.github.io/distribution/spec/auth/jwt/#getting-a-bearer-token */
const claimsSchema = z.object({
  access: z
    .array(
      z.object({
        type: z.string(),
        name: z.string(),
        actions: z.array(z.string()).nullish(),
      }),
    )
    .max(100)
    .nullish(),
});

/** Said in our own words, whatever stands in the token. */
const WORDS: Readonly<Record<string, string>> = {
  pull: 'pull',
  push: 'push',
  delete: 'delete',
  '*': 'do anything',
};

/**
 * The actions on a repository that a token response grants, where its token is a JWT that says so (Distribution, Docker Hub, Harbor,
 * Quay, Azure). Undefined for tokens that say nothing. Its signature is not checked: this is advice, not a decision.
 */
export function grantedActions(
  body: Uint8Array,
  repository: string,
): string[] | undefined {
  const response = tokenSchema.safeParse(json(new TextDecoder().decode(body)));
  const token = response.data?.token ?? response.data?.access_token ?? '';
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) {
    return undefined;
  }
  const text = Buffer.from(payload, 'base64url').toString('utf8');
  const claims = claimsSchema.safeParse(json(text));
  if (!claims.success || !claims.data.access) {
    return undefined;
  }
  const own = claims.data.access.filter(
    one => one.type === 'repository' && one.name === repository,
  );
  const actions = own.flatMap(one => one.actions ?? []);
  return [...new Set(actions.flatMap(action => WORDS[action] ?? []))];
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
