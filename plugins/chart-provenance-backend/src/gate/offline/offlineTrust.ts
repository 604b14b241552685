import {
  SignerRequirement,
  StaleRoot,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import { OfflinePolicy } from 'backstage-plugin-chart-provenance-common/gate';
import { embeddedRoot, RootInput, TrustInput } from '../../verification';
import { OfflinePolicyError } from './OfflinePolicyError';

/**
 * The trust material that policies stand on, as text.
 *
 * @throws OfflinePolicyError `root-not-usable`
 */
export function offlineTrust(
  {
    trust,
    rootsStale,
  }: { trust: TrustInput; rootsStale: readonly StaleRoot[] },
  policies: readonly TrustPolicy[],
): OfflinePolicy['trust'] {
  const used = namedBy(policies);
  return {
    roots: rootsProvingTimes(trust, used).flatMap(root => {
      const isStale = rootsStale.some(({ id }) => id === root.id);
      const trustedRoot = isStale ? undefined : trustedRootOf(root);
      if (trustedRoot !== undefined) {
        return [rootOf(root, trustedRoot)];
      }
      if (used.roots.has(root.id)) {
        throw unusable(root.id, isStale);
      }
      return [];
    }),
    keys: trust.keys
      .filter(({ id }) => used.keys.has(id))
      .map(({ id, pem, validFrom, validUntil }) => ({
        ...{ id, pem },
        ...windowOf({ validFrom, validUntil }),
      })),
    keyrings: trust.keyrings
      .filter(({ id }) => used.keyrings.has(id))
      .map(({ id, armored, validFrom, validUntil }) => ({
        ...{ id, armored },
        ...windowOf({ validFrom, validUntil }),
      })),
    stores: trust.stores
      .filter(({ id }) => used.stores.has(id))
      .map(({ id, pem }) => ({ id, pem })),
  };
}

/** Ids of what the policies name. */
function namedBy(policies: readonly TrustPolicy[]) {
  const signers = policies.flatMap(({ anyOf, requireAttestations }) => [
    ...anyOf,
    ...requireAttestations.flatMap(one => one.anyOf ?? []),
  ]);
  const ids = (idOf: (signer: SignerRequirement) => string | undefined) =>
    new Set(signers.flatMap(signer => idOf(signer) ?? []));
  return {
    roots: ids(one => (one.kind === 'keyless' ? one.root : undefined)),
    keys: ids(one => (one.kind === 'key' ? one.key : undefined)),
    keyrings: ids(one => (one.kind === 'keyring' ? one.keyring : undefined)),
    stores: ids(one => (one.kind === 'store' ? one.store : undefined)),
  };
}

/** A key with a window proves nothing without a time, and any configured root may vouch for that. */
function rootsProvingTimes(
  { roots, keys }: TrustInput,
  used: ReturnType<typeof namedBy>,
): RootInput[] {
  const windowed = keys.some(
    ({ id, validFrom, validUntil }) =>
      used.keys.has(id) && (validFrom ?? validUntil) !== undefined,
  );
  return roots.filter(({ id }) => windowed || used.roots.has(id));
}

function trustedRootOf({ type, trustedRoot }: RootInput): unknown {
  return (
    trustedRoot ??
    (type === 'publicGood' ? embeddedRoot().trustedRoot : undefined)
  );
}

function rootOf(
  { id, thresholds }: RootInput,
  trustedRoot: unknown,
): OfflinePolicy['trust']['roots'][number] {
  return {
    id,
    thresholds: { tlog: 1, ctlog: 1, timestamp: 1, ...thresholds },
    trustedRoot: JSON.stringify(trustedRoot),
  };
}

function windowOf(window: { validFrom?: string; validUntil?: string }) {
  const { validFrom, validUntil } = window;
  return {
    ...(validFrom !== undefined && { validFrom }),
    ...(validUntil !== undefined && { validUntil }),
  };
}

function unusable(id: string, isStale: boolean): OfflinePolicyError {
  const why = isStale ? 'was not refreshed in time' : 'was not read yet';
  return new OfflinePolicyError(
    'root-not-usable',
    `The trust root ${id} ${why}: no policy is given out on it.`,
  );
}
