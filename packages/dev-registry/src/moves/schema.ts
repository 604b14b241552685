import { z } from 'zod';

/** A digest in the form that manifests are addressed by here. */
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** @internal */
export const moveSchema = z.object({
  repository: z.string(),
  tag: z.string(),
  /** Where the tag is to point. */
  to: digest,
});

/**
 * `moves.json`. What else is said of a move there is for its readers.
 *
 * @internal
 */
export const movesSchema = z.object({ moves: z.array(moveSchema) });

/**
 * A tag that is to point elsewhere, so that a demo or a test can show a version that was published again.
 *
 * @public
 */
export type Move = z.infer<typeof moveSchema>;
