/**
 * The URL when it may be linked, else undefined. Chart facts, annotations and certificates are written by strangers:
 * only absolute http(s) without credentials is ever linked (no `javascript:`, no path into this app, no `https://bank@evil`).
 *
 * @internal
 */
export function safeHref(value: string | null | undefined): string | undefined {
  const url = parseUrl(value);
  return url && (url.protocol === 'https:' || url.protocol === 'http:')
    ? url.href
    : undefined;
}

/**
 * As {@link safeHref}, https only: for links that carry proof.
 *
 * @internal
 */
export function safeHttpsHref(
  value: string | null | undefined,
): string | undefined {
  const url = parseUrl(value);
  return url?.protocol === 'https:' ? url.href : undefined;
}

function parseUrl(value: string | null | undefined): URL | undefined {
  // URL drops tabs and line breaks silently, so that what is shown would not be what is linked.
  if (!value || /[\s\p{Cc}]/u.test(value)) {
    return undefined;
  }
  try {
    const url = new URL(value);
    return url.username || url.password ? undefined : url;
  } catch {
    return undefined;
  }
}
