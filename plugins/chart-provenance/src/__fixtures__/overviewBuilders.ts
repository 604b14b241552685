import {
  ChartOverview,
  ConsumedChart,
  ConsumesList,
  EntityOverview,
  RunningLine,
} from 'backstage-plugin-chart-provenance-common';
import { digestOf } from './builders';
import {
  consumerRow,
  consumerSource,
  consumerSummary,
  rejected,
  verified,
} from './consumerBuilders';

/** A chart of others, used in three clusters. */
export function consumedChart(
  changes: Partial<ConsumedChart> = {},
): ConsumedChart {
  const inCluster = (cluster: string) =>
    consumerRow({
      id: `web-${cluster}`,
      name: 'web',
      where: {
        source: `kubernetes:${cluster}`,
        title: `cluster ${cluster}`,
        cluster,
        path: null,
        href: null,
      },
      chart: 'oci://ghcr.io/acme/charts/acme-web',
      chartId: 'chart-acmeweb000',
      runs: {
        version: '3.2.0',
        digest: digestOf(320),
        since: null,
        verdict: verified,
        note: null,
      },
    });
  return {
    chart: 'oci://ghcr.io/acme/charts/acme-web',
    name: 'acme-web',
    chartId: 'chart-acmeweb000',
    ownerRef: 'component:default/acme-web',
    ownerTeam: 'group:default/team-edge',
    items: ['prod-eu', 'prod-us', 'prod-ap'].map(inCluster),
    ...changes,
  };
}

export function consumesList(
  changes: Partial<ConsumesList> = {},
): ConsumesList {
  return {
    entityRef: 'component:default/payments',
    charts: [],
    sources: [consumerSource()],
    ...changes,
  };
}

export function runningLine(changes: Partial<RunningLine> = {}): RunningLine {
  return {
    environment: 'Production',
    version: '1.8.1',
    digest: digestOf(181),
    clusters: 3,
    ofClusters: 4,
    verdict: rejected,
    note: null,
    ...changes,
  };
}

export function chartOverview(
  changes: Partial<ChartOverview> = {},
): ChartOverview {
  return {
    chartId: 'chart-payments00',
    runs: [runningLine()],
    usage: consumerSummary(),
    migration: {
      phase: 'dualPublishing',
      passed: 9,
      total: 12,
      open: { owner: 1, platform: 2, consumer: 0 },
      nextStep: 'Sign the versions that are still supported.',
      alarm: null,
    },
    ...changes,
  };
}

export function entityOverview(
  changes: Partial<EntityOverview> = {},
): EntityOverview {
  return {
    entityRef: 'component:default/payments',
    charts: [chartOverview()],
    consumes: [],
    ...changes,
  };
}
