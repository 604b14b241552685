/**
 * One spelling for the URL of an API server, for comparing: without a slash at its end and without the default port. Undefined
 * when it is none: not http(s), or with a user name, query or fragment.
 *
 * @internal
 */
export function normaliseServer(text: string): string | undefined {
  if (text.length > 2_000 || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  const plain =
    /^https?:$/.test(url.protocol) &&
    url.username + url.password + url.search + url.hash === '';
  return plain ? `${url.origin}${url.pathname.replace(/\/+$/, '')}` : undefined;
}
