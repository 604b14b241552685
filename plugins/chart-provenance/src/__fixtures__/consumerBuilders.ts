import {
  ConsumerList,
  ConsumerRow,
  ConsumerSourceStatus,
  ConsumerSummary,
  VerdictBrief,
} from 'backstage-plugin-chart-provenance-common';
import { digestOf, minutesAgo } from './builders';

export const verified: VerdictBrief = {
  status: 'verified',
  reason: { code: 'policy-met', message: 'Policy acme-release is met.' },
};

export const rejected: VerdictBrief = {
  status: 'rejected',
  reason: {
    code: 'wrong-identity',
    message: 'Signed by acme/tools, the policy asks for acme/payments.',
  },
};

/** A Flux OCIRepository in production, pinned by digest, running what is verified. */
export function consumerRow(changes: Partial<ConsumerRow> = {}): ConsumerRow {
  return {
    id: 'consumer-checkout',
    kind: 'OCIRepository',
    name: 'checkout',
    namespace: 'shop',
    form: 'flux-oci-repository',
    where: {
      source: 'kubernetes:prod-eu',
      title: 'cluster prod-eu',
      cluster: 'prod-eu',
      path: null,
      href: null,
    },
    environment: 'production',
    entityRef: 'component:default/checkout',
    owner: 'group:default/team-shop',
    written: `oci://ghcr.io/acme/charts/payments@${digestOf(182)}`,
    from: 'oci',
    chart: 'oci://ghcr.io/acme/charts/payments',
    chartId: 'chart-payments00',
    wants: { version: null, digest: digestOf(182) },
    pin: 'digest',
    bestPin: 'digest',
    runs: {
      version: '1.8.2',
      digest: digestOf(182),
      since: minutesAgo(3 * 24 * 60),
      verdict: verified,
      note: null,
    },
    behind: 0,
    gate: {
      strength: 'as-policy',
      message: 'Flux checks for the signer that the policy names.',
    },
    findings: [],
    seenAt: minutesAgo(4),
    stale: false,
    ...changes,
  };
}

/** Argo CD with `chart:`: it records the version and not the bytes. */
export const argoRow = consumerRow({
  id: 'consumer-ledger',
  kind: 'Application',
  name: 'ledger',
  namespace: 'argocd',
  form: 'argocd-helm',
  where: {
    source: 'git:fleet',
    title: 'acme/fleet',
    cluster: 'prod-us',
    path: 'apps/ledger.yaml',
    href: 'https://github.com/acme/fleet/blob/main/apps/ledger.yaml',
  },
  entityRef: 'component:default/ledger',
  owner: 'group:default/team-money',
  written: 'https://charts.acme.dev payments 1.8.x',
  from: 'legacy',
  wants: { version: '1.8.x', digest: null },
  pin: 'range',
  bestPin: 'version',
  runs: {
    version: '1.8.1',
    digest: null,
    since: null,
    verdict: null,
    note: 'Argo CD does not record which bytes run.',
  },
  behind: 1,
  gate: { strength: 'none', message: 'Argo CD checks no signature of charts.' },
  findings: [
    {
      rule: 'range-pin',
      severity: 'warning',
      message: 'The range follows whatever is published next.',
      fix: 'Name the exact version 1.8.2.',
    },
  ],
});

/** A chart that depends on it: nothing is deployed. */
export const dependencyRow = consumerRow({
  id: 'consumer-umbrella',
  kind: 'Chart',
  name: 'umbrella',
  namespace: null,
  form: 'chart-dependency',
  where: {
    source: 'git:umbrella',
    title: 'acme/umbrella',
    cluster: null,
    path: 'Chart.yaml',
    href: 'https://github.com/acme/umbrella/blob/main/Chart.yaml',
  },
  environment: null,
  entityRef: null,
  owner: null,
  written: 'oci://ghcr.io/acme/charts payments 1.8.1',
  wants: { version: '1.8.1', digest: null },
  pin: 'version',
  bestPin: 'version',
  runs: null,
  behind: 1,
  gate: {
    strength: 'not-applicable',
    message: 'Nothing is deployed by a dependency.',
  },
});

/** `count` consumers over 40 clusters and 25 teams. */
export function manyConsumers(count: number): ConsumerRow[] {
  return Array.from({ length: count }, (_, index) =>
    consumerRow({
      id: `consumer-${index}`,
      name: `service-${index}`,
      environment: ['production', 'staging', null][index % 3],
      owner: `group:default/team-${index % 25}`,
      entityRef: `component:default/service-${index}`,
      where: {
        source: `kubernetes:cluster-${index % 40}`,
        title: `cluster cluster-${index % 40}`,
        cluster: `cluster-${index % 40}`,
        path: null,
        href: null,
      },
    }),
  );
}

export function consumerSource(
  changes: Partial<ConsumerSourceStatus> = {},
): ConsumerSourceStatus {
  return {
    id: 'kubernetes:prod-eu',
    provider: 'kubernetes',
    title: 'cluster prod-eu',
    lastSuccessAt: minutesAgo(4),
    lastAttemptAt: minutesAgo(4),
    problem: null,
    documents: [],
    documentProblems: 0,
    consumers: 3,
    ...changes,
  };
}

export const unreadSource = consumerSource({
  id: 'kubernetes:prod-us',
  title: 'cluster prod-us',
  lastSuccessAt: minutesAgo(3 * 60),
  problem: {
    message: 'The API server answered 403 to a list of Applications.',
    fix: 'Apply the ClusterRole that is shipped with the plugin.',
    since: minutesAgo(90),
  },
});

export function consumerSummary(
  changes: Partial<ConsumerSummary> = {},
): ConsumerSummary {
  return {
    total: 3,
    hidden: 0,
    byPin: {
      digest: 1,
      version: 1,
      range: 0,
      floating: 0,
      templated: 0,
      unknown: 0,
    },
    legacy: 1,
    unreadSources: 0,
    nobodyLooked: false,
    ...changes,
  };
}

/** A summary of nobody at all. */
export function noConsumers(
  changes: Partial<ConsumerSummary> = {},
): ConsumerSummary {
  const { byPin } = consumerSummary();
  return consumerSummary({
    total: 0,
    legacy: 0,
    byPin: { ...byPin, digest: 0, version: 0 },
    ...changes,
  });
}

export function consumerList(
  changes: Partial<ConsumerList> = {},
): ConsumerList {
  return {
    chartId: 'chart-payments00',
    items: [consumerRow(), argoRow, dependencyRow],
    environments: ['production', 'staging'],
    summary: consumerSummary(),
    splits: [],
    sources: [consumerSource()],
    ...changes,
  };
}
