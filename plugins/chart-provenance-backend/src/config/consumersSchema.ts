import { z } from 'zod';
import { compilePattern, capturesOf } from './consumersPattern';
import { normaliseServer } from './consumersServer';
import { durationSchema } from './durationSchema';
import { strictObject } from './strictObject';

const CLUSTER_RULE =
  'must be the name of a cluster as the Kubernetes plugin has it, at most 150 printable ASCII characters';

/** It travels in a header, so it is what a header can hold. */
const clusterName = z
  .string({ error: CLUSTER_RULE })
  .regex(/^[!-~](?:[ -~]{0,148}[!-~])?$/, { error: CLUSTER_RULE });

const CLUSTERS_RULE = 'must be all, or a list of names of clusters';
const NO_CLUSTERS =
  'names no cluster; write all, or take consumers.kubernetes out';

const SERVER_RULE =
  'must be the URL of an API server, like https://10.20.0.1:6443, without user name, query and fragment';

/** `consumers.kubernetes`. */
export const kubernetesSchema = strictObject({
  clusters: z
    .union([z.literal('all'), z.array(clusterName)], { error: CLUSTERS_RULE })
    .refine(clusters => clusters.length > 0, { error: NO_CLUSTERS })
    .default('all'),
  servers: z
    .record(
      clusterName,
      z.string({ error: SERVER_RULE }).transform((text, context) => {
        const server = normaliseServer(text);
        if (server === undefined) {
          context.issues.push({
            code: 'custom',
            message: SERVER_RULE,
            input: text,
          });
          return z.NEVER;
        }
        return server;
      }),
      {
        error:
          'must be an object with names of clusters and the URLs of their API servers',
      },
    )
    .default({}),
});

const URL_RULE =
  'must be the URL of a repository or a folder in it, like https://github.com/acme/gitops/tree/main/apps, without user name and fragment';

const patternSchema = z
  .string({ error: 'must be a text' })
  .transform((written, context) => {
    const compiled = compilePattern(written);
    if ('problem' in compiled) {
      context.issues.push({
        code: 'custom',
        message: compiled.problem,
        input: written,
      });
      return z.NEVER;
    }
    return compiled.pattern;
  });

/** One entry of `consumers.owners`; whether captures and `entity` go together is checked apart. */
export const ownerSchema = strictObject({
  cluster: patternSchema.optional(),
  namespace: patternSchema.optional(),
  name: patternSchema.optional(),
  path: patternSchema.optional(),
  entity: z.string({
    error: 'must be an entity reference, like component:default/{name}',
  }),
});

/** A pattern that captures nothing. */
const plainPattern = patternSchema.refine(
  pattern => capturesOf(pattern).length === 0,
  { error: 'may hold * and **; a capture is of no use here' },
);

/** One pattern or several. */
const patternsSchema = severalOf(plainPattern);

const EXCLUDE_RULE =
  'must be a path below url, like apps/old or **/fixtures, without a slash at its beginning or end; a folder goes with all that is in it';

/** Files and folders of a repository; bounded, because each is held against each path. */
const excludeSchema = severalOf(
  plainPattern
    .refine(({ text }) => !/^\/|\/$|(?:^|\/)\.{0,2}\//.test(text), {
      error: EXCLUDE_RULE,
    })
    .refine(({ text }) => /[^*/.]/.test(text), {
      error:
        'would leave out everything; name a file or folder, or take the place out of consumers.git',
    }),
  20,
);

/** One entry of `consumers.git`. */
export const gitSchema = strictObject({
  url: z
    .string({ error: URL_RULE })
    .max(2_000, { error: URL_RULE })
    .refine(isRepositoryUrl, { error: URL_RULE }),
  title: lineSchema('title', 100).optional(),
  cluster: clusterName.optional(),
  exclude: excludeSchema,
});

/** One entry of `consumers.environments`. */
export const environmentSchema = strictObject({
  name: lineSchema('name', 50),
  clusters: patternsSchema,
  namespaces: patternsSchema,
  paths: patternsSchema,
});

/** `consumers` itself; its parts are read on their own. */
export const consumersSchema = strictObject({
  interval: durationSchema({ min: '5s', max: '7d' }).optional(),
  kubernetes: z.unknown().optional(),
  git: list(),
  owners: list(),
  environments: list(),
});

function severalOf<T extends z.ZodType>(schema: T, most = 1_000) {
  return z
    .preprocess(
      written => (Array.isArray(written) ? written : [written]),
      z
        .array(schema)
        .min(1, { error: 'must name at least one pattern' })
        .max(most, { error: `must name at most ${most} patterns` }),
    )
    .optional();
}

function list() {
  return z.array(z.unknown(), { error: 'must be a list' }).default([]);
}

function lineSchema(what: string, most: number) {
  const error = `must be a ${what} of 1 to ${most} characters on one line`;
  return z
    .string({ error })
    .max(most, { error })
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*\S[^\p{Cc}\p{Zl}\p{Zp}]*$/u, { error });
}

function isRepositoryUrl(written: string): boolean {
  if (!URL.canParse(written)) {
    return false;
  }
  const url = new URL(written);
  return (
    /^https?:$/.test(url.protocol) &&
    url.username + url.password + url.hash === '' &&
    !written.includes('#')
  );
}
