/**
 * JSON in which equal values have equal texts: members in the order of their names (code units), nothing between them, and none that is
 * undefined. For hashing what plain data holds; whatever JSON cannot hold is not for it.
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(
          Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : member,
  );
}
