import { chartIdOf } from 'backstage-plugin-chart-provenance-common';
import { UnclaimedRecord } from '../../../store';
import { LEGACY, operatorWith } from '../../__testUtils__/words';

/** What the operator of these tests says. */
export const OPERATOR = operatorWith([
  {
    match: 'acme/charts/{name}',
    entity: 'component:default/{name}',
    source: 'github.com/acme/{name}',
    legacy: `${LEGACY}#{name}`,
    policy: ['acme-release', 'second'],
  },
  { match: 'acme/shared/*', policy: 'acme-release' },
]);
/** A record of `ghcr.io` that may be read, or of elsewhere that may not, with what is told. */
export function record(
  reference: string,
  overrides: Partial<UnclaimedRecord> = {},
): UnclaimedRecord {
  const [registry, ...path] = reference.slice('oci://'.length).split('/');
  const repository = path.join('/');
  const isOci = reference.startsWith('oci://');
  const chartId = chartIdOf(registry, repository);
  return {
    id: isOci ? chartId : `~${reference.length}`,
    chart:
      isOci && registry === 'ghcr.io'
        ? {
            chartId,
            registry,
            repository,
            owner: null,
            knownBy: 'listing',
            expectedSource: null,
            policies: [],
            requestedPolicies: [],
            conflict: [],
          }
        : null,
    reference,
    name: reference.slice(
      Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('#')) + 1,
    ),
    knownFrom: ['listing'],
    conflict: [],
    consumers: 0,
    versions: null,
    firstSeenAt: '2026-11-23T00:00:00.000Z',
    signer: null,
    sourceUrls: [],
    maintainers: [],
    deployedBy: [],
    workloadLabels: [],
    ...overrides,
  };
}
