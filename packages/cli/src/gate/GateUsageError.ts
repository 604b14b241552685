/** The command was written in a way that cannot be done. Its message is one sentence, and holds no secret. */
export class GateUsageError extends Error {
  override readonly name = 'GateUsageError';
}
