const MAX_LENGTH = 2_048;

/**
 * One spelling for one legacy repository: scheme and host in lower case, without the default port, user name, password, `index.yaml` and
 * slashes at the end. Undefined for what is no http(s) URL, or has a query.
 *
 * @public
 */
export function normaliseLegacyUrl(text: string): string | undefined {
  if (
    text.length > MAX_LENGTH ||
    !/^https?:\/\//i.test(text) ||
    !URL.canParse(text)
  ) {
    return undefined;
  }
  const url = new URL(text);
  if (url.search !== '') {
    return undefined;
  }
  const path = withoutSlashes(url.pathname);
  return `${url.origin}${
    path.endsWith('/index.yaml')
      ? withoutSlashes(path.slice(0, -'/index.yaml'.length))
      : path
  }`;
}

/** Without slashes at the end. Not a regular expression: those are quadratic for a text of slashes. */
export function withoutSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '/') {
    end -= 1;
  }
  return text.slice(0, end);
}
