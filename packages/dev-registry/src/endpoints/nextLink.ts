/**
 * @see https://www.rfc-editor.org/rfc/rfc8288
 * @internal
 */
export function nextLink(
  path: string,
  query: Record<string, string>,
): { Link: string } {
  return { Link: `<${path}?${new URLSearchParams(query)}>; rel="next"` };
}
