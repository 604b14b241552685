import { z } from 'zod';

/** A text that is mostly filled from the environment. */
export const secretSchema = z
  .string({ error: 'must be a text; is the environment variable set?' })
  .min(1, { error: 'is empty; is the environment variable set?' });
