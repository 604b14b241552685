/** What the body of a log entry may hold. */
export const BODY_LIMITS = {
  maxBytes: 128 * 1024,
  maxDepth: 16,
  maxNodes: 2_000,
};
