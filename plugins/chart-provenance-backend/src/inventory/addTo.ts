/** Adds a value to the list of a key; no key, no list. */
export function addTo<T>(
  map: Map<string, T[]>,
  key: string | null | undefined,
  value: T,
): void {
  if (key !== null && key !== undefined) {
    map.set(key, map.get(key) ?? []);
    map.get(key)?.push(value);
  }
}
