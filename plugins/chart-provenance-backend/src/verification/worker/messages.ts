import { z } from 'zod';
import { TrustInput } from '../trust/TrustInput';
import { Question } from './Question';

/** Characters, or bytes, of one answer: it holds bounded parts of what was read, and nothing more. */
const MAX_ANSWER = 8 * 1024 * 1024;

/** What is sent to a thread. It does one after the other. */
export type ToThread =
  /** To be prepared as of that time (ISO), and used for what is asked from then on. */
  | { type: 'trust'; trust: TrustInput; asOf: string }
  | (Question & { id: number });

/** What was found: JSON, which can be measured before it is read, and is plain; beside it what is packed already. */
const answerSchema = z.strictObject({
  json: z.string().max(MAX_ANSWER),
  /** `PackedSbom.components`. */
  components: z
    .instanceof(Uint8Array)
    .refine(bytes => bytes.byteLength <= MAX_ANSWER)
    .optional(),
});

/** What was found. */
export type Answer = z.output<typeof answerSchema>;

/** What a thread sends. */
export const fromThreadSchema = z.discriminatedUnion('type', [
  /** The trust material is prepared; `materialHash` names what came of it. */
  z.strictObject({ type: z.literal('ready'), materialHash: z.string() }),
  z.strictObject({
    type: z.literal('answer'),
    id: z.int(),
    answer: answerSchema,
  }),
]);

/** What a thread sends. */
export type FromThread = z.output<typeof fromThreadSchema>;
