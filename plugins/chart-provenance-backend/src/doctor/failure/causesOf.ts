const CAUSES_READ = 8;

/** The codes that Node, TLS and undici gave along the causes of an error, outermost first. */
export function causeCodes(error: unknown): string[] {
  return causesOf(error).flatMap(cause =>
    'code' in cause && typeof cause.code === 'string' ? [cause.code] : [],
  );
}

function causesOf(error: unknown): object[] {
  const found: object[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && found.length < CAUSES_READ) {
    const next = waiting.shift();
    if (typeof next === 'object' && next !== null && !found.includes(next)) {
      found.push(next);
      // Several addresses were tried: each has its own error.
      if ('errors' in next && Array.isArray(next.errors)) {
        waiting.push(...next.errors);
      }
      waiting.push('cause' in next ? next.cause : undefined);
    }
  }
  return found;
}
