/** Reads a JSON column that may have been damaged; undefined for what is no JSON. */
export function parseColumn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Is it an object whose members are as asked? Members that are not asked for may be anything. */
export function isRecordOf<K extends string>(
  value: unknown,
  members: Record<K, (member: unknown) => boolean>,
): value is Record<K, unknown> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const entries = new Map<string, unknown>(Object.entries(value));
  return Object.entries<(member: unknown) => boolean>(members).every(
    ([name, fits]) => fits(entries.get(name)),
  );
}
