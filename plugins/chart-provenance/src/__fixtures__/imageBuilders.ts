import {
  ChartImage,
  ChartImages,
  ImageUse,
  ImageUses,
} from 'backstage-plugin-chart-provenance-common';
import { digestOf, minutesAgo } from './builders';

export function chartImage(changes: Partial<ChartImage> = {}): ChartImage {
  return {
    written: `ghcr.io/acme/payments:2026.11@${digestOf(4000)}`,
    name: 'ghcr.io/acme/payments',
    tag: '2026.11',
    digest: digestOf(4000),
    pinned: true,
    usedBy: ['Deployment/payments', 'Job/payments-migrate'],
    status: 'verified',
    reason: 'Policy acme-images is met.',
    policy: 'acme-images',
    checkedAt: minutesAgo(20),
    ...changes,
  };
}

/** Nobody said who may sign it, and its tag may move. */
export const unpinnedImage = chartImage({
  written: 'redis:7',
  name: 'docker.io/library/redis',
  tag: '7',
  digest: null,
  pinned: false,
  usedBy: ['StatefulSet/payments-redis'],
  status: 'not-configured',
  reason: 'No entry of images.repositories fits docker.io/library/redis.',
  policy: null,
  checkedAt: null,
});

export function chartImages(changes: Partial<ChartImages> = {}): ChartImages {
  return {
    digest: digestOf(182),
    from: 'rendered',
    values: "the chart's own values.yaml",
    items: [chartImage(), unpinnedImage],
    problem: null,
    cut: false,
    ...changes,
  };
}

export function imageUse(changes: Partial<ImageUse> = {}): ImageUse {
  return {
    chartId: 'chart-ledger0000',
    chart: 'ledger',
    entityRef: 'component:default/ledger',
    version: '3.1.0',
    digest: digestOf(310),
    written: 'redis:7',
    pinned: false,
    from: 'rendered',
    running: [
      {
        name: 'ledger',
        cluster: 'prod-us',
        environment: 'production',
        entityRef: 'component:default/ledger',
      },
    ],
    hidden: 2,
    ...changes,
  };
}

export function imageUses(changes: Partial<ImageUses> = {}): ImageUses {
  return { query: 'redis', items: [imageUse()], cut: false, ...changes };
}
