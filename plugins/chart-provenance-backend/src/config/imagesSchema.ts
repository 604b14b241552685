import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { durationSchema } from './durationSchema';
import { strictObject } from './strictObject';

const HELM = 'must be the absolute path of helm, like /usr/local/bin/helm';
const MATCH =
  'must be a registry’s host and a repository pattern, like ghcr.io/acme/{name}';

/** `images`; what is in `repositories` is read on its own. */
export const imagesSchema = strictObject({
  render: strictObject({
    helm: z
      .string({ error: HELM })
      // A bare name would be looked for along PATH, where others may put one.
      .refine(path => isAbsolute(path) && !path.includes('\0'), {
        error: HELM,
      }),
    timeout: durationSchema({ min: '1s', max: '2m' }).optional(),
  }).optional(),
  repositories: z
    .array(z.unknown(), {
      error:
        'must be a list: which images are looked at, and who may sign them',
    })
    .default([]),
});

/** One entry of `images.repositories`. */
export const imageRepositorySchema = strictObject({
  match: z.string({ error: MATCH }).min(1, { error: MATCH }),
  policy: z
    .string({ error: 'must be the name of a policy' })
    .min(1, { error: 'must be the name of a policy' }),
  source: z
    .string({ error: 'must be a repository, like github.com/acme/{name}' })
    .optional(),
});
