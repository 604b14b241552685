import { join } from 'node:path';
import type { Cell, Method } from '../cells/types.ts';
import type { Ground } from '../ground/Ground.ts';
import { IDENTITIES } from '../ground/signers.ts';
import { isBundle } from '../make/cosignArguments.ts';

/** Without a signature there is no method; then cosign 3 is asked as it comes. */
export const methodOf = ({ method = 'cosign3-bundle' }: Cell): Method => method;

export const oci11 = (method: Method): string[] =>
  method === 'cosign2-oci11' ? ['--experimental-oci11'] : [];

/** The flags of `cosign verify` that mean what the cell's policy means. */
export function policyArguments(ground: Ground, cell: Cell): string[] {
  const { policy } = cell;
  const method = methodOf(cell);
  const common = [
    ...(method === 'cosign2-bundle' ? ['--new-bundle-format'] : []),
    ...oci11(method),
    ...(cell.unlogged ? ['--insecure-ignore-tlog'] : []),
  ];
  if ('key' in policy) {
    return [
      ...common,
      ...(isBundle(method) ? roots(ground, cell) : []),
      ...['--key', join(ground.folder, `${policy.key}.pub`)],
    ];
  }
  if ('identity' in policy) {
    const { subject } = IDENTITIES[policy.identity];
    const { issuer } = IDENTITIES[policy.issuerOf ?? policy.identity];
    return [
      ...[...common, ...roots(ground, cell)],
      ...['--certificate-identity', subject],
      ...['--certificate-oidc-issuer', issuer],
    ];
  }
  throw new Error('cosign knows neither keyrings nor stores');
}

/** cosign 2 takes a trusted root only for bundles when it verifies attestations. */
function roots({ trust, sigstore }: Ground, cell: Cell): string[] {
  const { fulcioChain, timestampChain } = sigstore.authorities;
  return [
    ...(isBundle(methodOf(cell))
      ? ['--trusted-root', trust.trustedRoot]
      : ['--ca-roots', fulcioChain]),
    ...(cell.unlogged ? ['--use-signed-timestamps'] : []),
    ...(cell.unlogged && !isBundle(methodOf(cell))
      ? ['--timestamp-certificate-chain', timestampChain]
      : []),
  ];
}
