/**
 * A chart in a legacy repository.
 *
 * @public
 */
export interface LegacyPlace {
  /** URL of the repository: scheme and host in lower case, no default port, no slash and no `index.yaml` at the end. */
  url: string;
  /** Name in its index. */
  name: string;
}

/**
 * One spelling for one legacy repository, as text: scheme and host in lower case, no default port, no slash and no `index.yaml` at the
 * end. It takes no URL apart, because placeholders of a rule's template have to stay; what is no URL comes back as it was, without that end.
 */
function spelling(url: string): string {
  const [, scheme, host, path] = /^(https?):\/\/([^/]*)(.*)$/is.exec(url) ?? [];
  if (scheme === undefined) {
    return withoutEnd(url);
  }
  const lower = scheme.toLowerCase();
  const port = lower === 'https' ? /:443$/ : /:80$/;
  return withoutEnd(
    `${lower}://${host.toLowerCase().replace(port, '')}${path}`,
  );
}

/**
 * Reads `https://charts.acme.dev#payments`, as rules and people write it.
 *
 * @returns undefined when there is no name
 * @public
 */
export function parseLegacyPlace(text: string): LegacyPlace | undefined {
  const hash = text.indexOf('#');
  return hash < 0 || hash === text.length - 1
    ? undefined
    : {
        url: spelling(text.slice(0, hash)),
        name: text.slice(hash + 1),
      };
}

/**
 * The same in one text; equal texts are the same chart.
 *
 * @public
 */
export function formatLegacyPlace({ url, name }: LegacyPlace): string {
  return `${spelling(url)}#${name}`;
}

function withoutEnd(url: string): string {
  const plain = withoutSlashes(url);
  return plain.endsWith('/index.yaml')
    ? withoutSlashes(plain.slice(0, -'/index.yaml'.length))
    : plain;
}

/** A loop, because a regexp for slashes at the end is quadratic in those that are not. */
function withoutSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') {
    end -= 1;
  }
  return text.slice(0, end);
}
