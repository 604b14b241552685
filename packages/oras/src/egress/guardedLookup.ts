import { lookup, LookupAddress, LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { addressProblem } from './addressProblem';
import { egressRefused } from './hostRules';

/** `dns.lookup`, as it is used here. */
type ResolveAll = (
  hostname: string,
  options: LookupAllOptions,
  callback: (
    error: NodeJS.ErrnoException | null,
    addresses: LookupAddress[],
  ) => void,
) => void;

/**
 * A `lookup` for sockets that refuses a name when any of its addresses must not be connected to. The socket connects to
 * exactly the addresses returned here, so a name cannot change its mind between check and use.
 *
 * @internal
 */
export function guardedLookup(
  allowPrivate: boolean,
  resolve: ResolveAll = lookup,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '');
        return;
      }
      const refused = problemOf(addresses, allowPrivate);
      const [first] = addresses;
      if (refused !== undefined || !first) {
        callback(egressRefused(hostname, refused ?? 'it has no address'), '');
      } else if (options.all) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

function problemOf(
  addresses: readonly LookupAddress[],
  allowPrivate: boolean,
): string | undefined {
  for (const { address } of addresses) {
    const problem = addressProblem(address, allowPrivate);
    if (problem !== undefined) {
      return `it resolves to ${problem}, which is not connected to`;
    }
  }
  return undefined;
}
