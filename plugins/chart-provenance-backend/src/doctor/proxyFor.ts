/** Variables of the environment as far as proxies are concerned. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that requests to this URL go through by HTTP(S)_PROXY and NO_PROXY, as `host:port`: without the credentials that
 * may be written with it. Undefined when they go directly; loopback always does.
 */
export function proxyFor(
  url: URL,
  environment: ProxyEnvironment,
): string | undefined {
  const read = (name: string) =>
    environment[name.toLocaleLowerCase('en-US')] || environment[name] || '';
  const secure = url.protocol === 'https:';
  const proxy = secure
    ? read('HTTPS_PROXY') || read('HTTP_PROXY')
    : read('HTTP_PROXY');
  const loopback = /^(localhost|127\.[0-9.]+|\[::1\])$/.test(url.hostname);
  if (!proxy || loopback || isExcepted(url, read('NO_PROXY'))) {
    return undefined;
  }
  const spelt = proxy.includes('://') ? proxy : `http://${proxy}`;
  return URL.canParse(spelt)
    ? new URL(spelt).host
    : 'an address that is no URL';
}

function isExcepted({ hostname, port, protocol }: URL, noProxy: string) {
  const actualPort = port || (protocol === 'https:' ? '443' : '80');
  return noProxy
    .split(/[\s,]+/)
    .filter(Boolean)
    .some(entry => {
      const [, name, itsPort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      const samePort = itsPort === undefined || itsPort === actualPort;
      return (
        entry === '*' ||
        (samePort && (hostname === name || hostname.endsWith(`.${name}`)))
      );
    });
}
