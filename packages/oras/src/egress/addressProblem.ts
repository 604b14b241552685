import ipaddr from 'ipaddr.js';

/** What an operator may open for a host with `allowPrivateAddress`. */
const OPENABLE: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'carrierGradeNat',
  'uniqueLocal',
]);

/** Metadata and platform services at addresses that look like anybody's. */
const METADATA: ReadonlySet<string> = new Set([
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd20:ce::254',
]);

/** The addresses that are routed in public; the rest of IPv6 is not, whatever it is called. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Where the IPv4 address is in the last four bytes; networks with a NAT64 prefix of their own put it elsewhere. */
const WELL_KNOWN_NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Why an address must not be connected to, as a phrase; undefined when it may. Addresses that carry an IPv4 address (mapped,
 * NAT64) are judged by that one. Link-local and metadata addresses are refused even where private ones are allowed: no registry
 * lives there, cloud credentials do.
 *
 * @internal
 */
export function addressProblem(
  address: string,
  allowPrivate: boolean,
): string | undefined {
  if (!ipaddr.isValid(address)) {
    return 'no IP address';
  }
  const inner = carried(ipaddr.parse(address));
  if (METADATA.has(inner.toString())) {
    return 'a metadata address';
  }
  const range = rangeOf(inner);
  if (range === 'unicast' || (allowPrivate && OPENABLE.has(range))) {
    return undefined;
  }
  return `a ${range} address`;
}

function carried(
  address: ipaddr.IPv4 | ipaddr.IPv6,
): ipaddr.IPv4 | ipaddr.IPv6 {
  if (!(address instanceof ipaddr.IPv6)) {
    return address;
  }
  if (address.isIPv4MappedAddress()) {
    return address.toIPv4Address();
  }
  return address.match(WELL_KNOWN_NAT64)
    ? new ipaddr.IPv4(address.toByteArray().slice(12))
    : address;
}

function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const range = address.range();
  return range === 'unicast' &&
    address instanceof ipaddr.IPv6 &&
    !address.match(PUBLIC_IPV6)
    ? 'reserved'
    : range;
}
