import {
  InventoryPage,
  ListingStatus,
  UnclaimedChart,
} from 'backstage-plugin-chart-provenance-common';
import { keylessSigner, minutesAgo } from './builders';

export function unclaimedChart(
  changes: Partial<UnclaimedChart> = {},
): UnclaimedChart {
  return {
    id: 'chart-web0000000',
    reference: 'oci://ghcr.io/acme/charts/web',
    name: 'web',
    knownFrom: ['listing', 'consumer'],
    why: 'no-owner',
    message: 'No component is called web.',
    snippet: '- match: acme/charts/web\n  entity: component:default/frontend',
    consumers: 3,
    versions: 12,
    firstSeenAt: minutesAgo(600),
    signer: keylessSigner,
    phase: 'dualPublishing',
    suggestions: [
      {
        entityRef: 'component:default/frontend',
        reasons: [
          {
            kind: 'signer',
            text: 'The newest version is signed from acme/frontend.',
          },
          { kind: 'maintainer', text: 'Its Chart.yaml names Team Edge.' },
        ],
        score: 90,
      },
      {
        entityRef: 'component:default/web-old',
        reasons: [{ kind: 'name', text: 'The names are alike.' }],
        score: 20,
      },
    ],
    mappable: true,
    ...changes,
  };
}

export const legacyOnlyChart = unclaimedChart({
  id: '~billing',
  reference: 'https://charts.acme.dev#billing',
  name: 'billing',
  knownFrom: ['legacy'],
  why: 'legacy-only',
  message: 'No rule says what it becomes in a registry.',
  versions: null,
  consumers: 1,
  signer: null,
  phase: null,
  suggestions: [],
  mappable: false,
});

export function listingStatus(
  changes: Partial<ListingStatus> = {},
): ListingStatus {
  return {
    place: 'ghcr.io',
    kind: 'registry',
    method: 'github',
    found: 40,
    lastSuccessAt: minutesAgo(5),
    problem: null,
    ...changes,
  };
}

export function inventoryPage(
  changes: Partial<InventoryPage> = {},
): InventoryPage {
  return {
    items: [unclaimedChart(), legacyOnlyChart],
    nextCursor: null,
    total: 2,
    counts: { charts: 43, owned: 41, unclaimed: 2, conflicts: 0 },
    listings: [listingStatus()],
    ...changes,
  };
}
