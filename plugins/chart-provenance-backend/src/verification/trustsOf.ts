import { EvidenceFormat } from 'backstage-plugin-chart-provenance-common';
import { TrustInput } from './trust/TrustInput';

type Named = Record<keyof TrustInput, readonly { id: string }[]>;

/** `Verification.trust` of everything that evidence of a format is verified under, in the order of the outcomes. */
export function trustsOf(format: EvidenceFormat, trust: Named): string[] {
  const named = (kind: string, list: readonly { id: string }[]) =>
    list.map(({ id }) => `${kind}:${id}`);
  switch (format) {
    case 'sigstore-bundle-v0.1':
    case 'sigstore-bundle-v0.2':
    case 'sigstore-bundle-v0.3':
    case 'cosign-legacy':
      return [...named('root', trust.roots), ...named('key', trust.keys)];
    case 'helm-provenance':
      return named('keyring', trust.keyrings);
    case 'notation':
      return named('store', trust.stores);
    default:
      return [];
  }
}
