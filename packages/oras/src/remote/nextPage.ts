import { OrasError } from '../error/OrasError';

const LENGTH_LIMIT = 8_192;

/**
 * The address of the next page from a `Link` header: on the same origin and endpoint as this one, whoever says otherwise.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags
 * @returns undefined on the last page
 * @throws OrasError `egress-refused`, `malformed-response`
 * @internal
 */
export function nextPage(
  current: string,
  link: string | undefined,
): string | undefined {
  const target = nextLink(link ?? '');
  if (target === undefined) {
    return undefined;
  }
  const { host, origin, pathname } = new URL(current);
  if (!URL.canParse(target, current)) {
    throw new OrasError(
      'malformed-response',
      `${host}: the link to the next page is no URL`,
      { host },
    );
  }
  const next = new URL(target, current);
  if (next.origin !== origin || next.pathname !== pathname) {
    throw new OrasError(
      'egress-refused',
      `${host}: the link to the next page leads to ${next.host}${
        next.host === host ? ', but not to the same list' : ''
      }`,
      { host },
    );
  }
  return next.href;
}

function nextLink(header: string): string | undefined {
  const links = header.slice(0, LENGTH_LIMIT).matchAll(/<([^<>]*)>([^<]*)/g);
  for (const [, target, parameters] of links) {
    if (/;\s*rel\s*=\s*"?next"?\s*(?:[;,]|$)/i.test(parameters)) {
      return target;
    }
  }
  return undefined;
}
