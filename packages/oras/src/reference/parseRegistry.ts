import { InvalidReferenceError } from './InvalidReferenceError';

const HOST_LIMIT = 253;
const LABELS =
  /[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*/y;

/**
 * The registry at the start of a reference, lower-cased. A single label without a port (`acme/…`) is refused: it may as well be
 * the owner in a reference that counts on an implied registry, and none is implied here.
 *
 * @throws InvalidReferenceError
 * @internal
 */
export function registryIn(text: string, end: number): string {
  const registry = text.slice(0, end);
  if (registry.startsWith('[')) {
    return bracketed(text, registry);
  }
  const colon = registry.indexOf(':');
  const host = colon < 0 ? registry : registry.slice(0, colon);
  const named = host.includes('.') || host.toLowerCase() === 'localhost';
  if (!named && !/^:[0-9]+$/.test(registry.slice(host.length))) {
    throw new InvalidReferenceError(
      text,
      0,
      'missing-registry',
      'the registry is missing, and none is implied',
      'begin with the host, for example ghcr.io/…; a single-label host needs its port, for example registry:443/…',
    );
  }
  checkHost(text, host);
  return colon < 0
    ? host.toLowerCase()
    : `${host.toLowerCase()}:${port(text, registry, colon + 1)}`;
}

function checkHost(text: string, host: string): void {
  LABELS.lastIndex = 0;
  const length = LABELS.exec(host)?.[0].length ?? 0;
  if (length < host.length || host.length > HOST_LIMIT) {
    throw badRegistry(text, Math.min(length, HOST_LIMIT));
  }
  // 0x7f.1, 010.0.0.1 and 1.2.3 are IPv4 addresses to a URL parser, and other ones than they look.
  if (hostnameIn(host) !== host.toLowerCase()) {
    throw badRegistry(text, 0);
  }
}

/** As a URL parser takes it; undefined when it does not. (`URL.canParse` is not everywhere this runs.) */
function hostnameIn(host: string): string | undefined {
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    return undefined;
  }
}

function bracketed(text: string, registry: string): string {
  const close = registry.indexOf(']');
  const host = hostnameIn(registry.slice(0, close + 1));
  if (close < 0 || host === undefined) {
    throw badRegistry(text, 1);
  }
  const rest = registry.slice(close + 1);
  if (rest === '') {
    return host;
  }
  if (!rest.startsWith(':')) {
    throw badRegistry(text, close + 1);
  }
  return `${host}:${port(text, registry, close + 2)}`;
}

function port(text: string, registry: string, start: number): string {
  const digits = registry.slice(start);
  if (/^[1-9][0-9]{0,4}$/.test(digits) && Number(digits) <= 65_535) {
    return digits;
  }
  const bad = digits.search(/[^0-9]/);
  throw new InvalidReferenceError(
    text,
    start + Math.max(bad, 0),
    'bad-port',
    'a port is a number from 1 to 65535',
    'mend or leave out the port',
  );
}

function badRegistry(text: string, position: number): InvalidReferenceError {
  return new InvalidReferenceError(
    text,
    position,
    'bad-registry',
    'this is no host name, IPv4 address or bracketed IPv6 address',
    'write the registry as host or host:port, for example ghcr.io or [::1]:5000',
  );
}
