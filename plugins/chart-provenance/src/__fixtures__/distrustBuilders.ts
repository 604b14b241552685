import {
  DistrustedVersion,
  DistrustEntry,
  DistrustReport,
} from 'backstage-plugin-chart-provenance-common';
import { digestOf, minutesAgo } from './builders';

/** A version of ledger that two run. */
export function distrustedVersion(
  changes: Partial<DistrustedVersion> = {},
): DistrustedVersion {
  return {
    chartId: 'chart-ledger0000',
    reference: 'oci://ghcr.io/acme/charts/ledger',
    owner: 'component:default/ledger',
    digest: digestOf(310),
    version: '3.1.0',
    status: 'rejected',
    consumers: [
      {
        consumerId: 'consumer-1',
        title: 'Application ledger in argocd',
        entityRef: 'component:default/finance',
        environment: 'production',
        cluster: 'prod-eu',
      },
      {
        consumerId: 'consumer-2',
        title: 'HelmRelease ledger in edge',
        entityRef: null,
        environment: null,
        cluster: 'edge',
      },
    ],
    moreConsumers: 0,
    ...changes,
  };
}

/** A key that leaked, with two versions signed by it. */
export function distrustEntry(
  changes: Partial<DistrustEntry> = {},
): DistrustEntry {
  return {
    id: 'leaked-key',
    reason: 'The key was on a laptop that was stolen.',
    what: ['key release-2025'],
    from: minutesAgo(30 * 24 * 60),
    until: null,
    versions: [
      distrustedVersion(),
      distrustedVersion({
        digest: digestOf(320),
        version: '3.2.0',
        status: 'verified',
        consumers: [],
      }),
    ],
    total: 2,
    consumers: 2,
    ...changes,
  };
}

/** What an operator distrusts. */
export function distrustReport(
  entries: DistrustEntry[] = [distrustEntry()],
  pending = 0,
): DistrustReport {
  return { entries, pending };
}
