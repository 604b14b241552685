import { chartInput, policyOf } from './chartInput.ts';
import type { EnforceInput } from './product.ts';

/** A chart that deploys images of which a policy says who may sign them. */
export function imagesInput(
  names: readonly string[] = ['ghcr.io/acme/payments', 'docker.io/acme/job'],
  signers: Parameters<typeof policyOf>[1] = ['exact', 'gitlab', 'key'],
): EnforceInput {
  return {
    ...chartInput([policyOf('release', signers)]),
    images: names.map(name => ({
      ...{ written: name, name, tag: '1.0.0', digest: null, pinned: false },
      ...{ usedBy: [], status: 'verified', reason: '', policy: 'release' },
      checkedAt: null,
    })),
  };
}
