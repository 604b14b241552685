/** Reads a JSON column. Only this store writes those columns, with `toJson`, so their shape is the row's own. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text);
}

/** Reads a nullable JSON column. */
export function fromNullableJson<T>(text: string | null): T | null {
  return text === null ? null : fromJson<T>(text);
}

/** Writes a JSON column. PostgreSQL text cannot hold NUL, which a publisher may well put into a chart's description. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\u0000/g, '\\ufffd');
}

/** Text as a publisher wrote it, without the NUL that PostgreSQL text cannot hold. */
export function toText(value: string): string {
  return value.replaceAll('\u0000', '\ufffd');
}

/** Nullable text as a publisher wrote it. */
export function toNullableText(value: string | null): string | null {
  return value === null ? null : toText(value);
}
