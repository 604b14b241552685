import { z } from 'zod';

const errorSchema = z.object({ error: z.object({ message: z.string() }) });

/** What an error of a Backstage backend says, at most 300 characters; empty when it says nothing. */
export function serverMessage(body: unknown): string {
  const read = errorSchema.safeParse(body);
  return read.success ? read.data.error.message.slice(0, 300) : '';
}
