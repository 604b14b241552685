import type { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import type { Place } from './manifests/Place.ts';

/** What a row must say; what is left out may be anything. */
export interface ExpectedRow {
  kind: string;
  /** `namespace/name` */
  object: string;
  source: 'kubernetes:prod-eu' | 'kubernetes:staging' | 'git';
  /** Null: nothing is deployed by it. */
  cluster:
    | 'prod-eu'
    | 'prod-ap'
    | 'staging'
    | '{{.cluster}}'
    | 'prod-{{.region}}'
    | null;
  /** In Git. Default: none. */
  path?: string;
  form: ConsumerRow['form'];
  from: ConsumerRow['from'];
  pin: ConsumerRow['pin'];
  /** Null: its status tells of nothing that runs. */
  runs: ExpectedRunning | null;
  gate?: ConsumerRow['gate']['strength'];
  /** Whose it is, by the operator's rule. */
  entityRef?: string;
}

interface ExpectedRunning {
  version: string | null;
  digest: string | null;
  /** Null: which bytes run is not recorded, so nothing can be said of them. */
  verdict: string | null;
}

type Shape = Pick<ExpectedRow, 'object' | 'form' | 'pin' | 'runs'>;

const argo = (
  { object, form, pin, runs }: Shape,
  more: Partial<ExpectedRow> = {},
): ExpectedRow => ({
  kind: 'Application',
  source: 'kubernetes:prod-eu',
  cluster: 'prod-eu',
  from: 'oci',
  gate: 'none',
  ...{ object, form, pin, runs },
  ...more,
});

const flux = (
  { object, form, pin, runs }: Shape,
  more: Partial<ExpectedRow> = {},
): ExpectedRow => ({
  kind: 'HelmRelease',
  source: 'kubernetes:staging',
  cluster: 'staging',
  from: 'oci',
  ...{ object, form, pin, runs },
  ...more,
});

/** In the company's GitOps repository: nothing there has a status. */
const git = (
  shape: Pick<ExpectedRow, 'kind' | 'object' | 'form' | 'pin' | 'path'>,
  more: Partial<ExpectedRow> = {},
): ExpectedRow => ({
  source: 'git',
  cluster: 'prod-ap',
  from: 'oci',
  runs: null,
  ...shape,
  ...more,
});

const shopChart = (pin: ExpectedRow['pin'], from: ExpectedRow['from']) =>
  git(
    {
      kind: 'Chart',
      object: 'null/shop',
      form: 'chart-dependency',
      pin,
      path: 'shop/Chart.yaml',
    },
    { from, cluster: null, gate: 'not-applicable' },
  );

const byVersion = (version: string): ExpectedRunning => ({
  ...{ version, digest: null, verdict: null },
});

/** What the API must answer about the consumers of each chart, by component; nothing else may be there. */
export function expectedConsumers(
  place: Place,
): { component: string; chart: string; rows: ExpectedRow[] }[] {
  const verified = (version: string, chartAndTag: string): ExpectedRunning => ({
    ...{ version, digest: place.digest(chartAndTag), verdict: 'verified' },
  });
  const own = (chart: string, ...rows: ExpectedRow[]) => ({
    ...{ component: chart, chart, rows },
  });
  return [
    own('payments', ...payments(verified)),
    own('ledger', ...ledger(verified)),
    own(
      'storefront',
      argo({
        object: 'argocd/shop',
        form: 'argocd-helm',
        pin: 'range',
        runs: byVersion('5.4.0'),
      }),
      git({
        kind: 'Application',
        object: 'argocd/storefront',
        form: 'argocd-helm',
        pin: 'version',
        path: 'shop/storefront.yaml',
      }),
    ),
    own(
      'search',
      argo({
        object: 'argocd/shop',
        form: 'argocd-oci',
        pin: 'version',
        runs: verified('0.11.0', 'search:0.11.0'),
      }),
    ),
    {
      component: 'edge',
      chart: 'edge-gateway',
      rows: [
        argo(
          {
            object: 'argocd/edge-everywhere',
            form: 'argocd-helm',
            pin: 'templated',
            runs: null,
          },
          // As written: which clusters those are is decided elsewhere, so no environment is guessed.
          { kind: 'ApplicationSet', cluster: '{{.cluster}}' },
        ),
        git(
          {
            kind: 'ApplicationSet',
            object: 'argocd/edge',
            form: 'argocd-helm',
            pin: 'templated',
            path: 'edge/edge.yaml',
          },
          { cluster: 'prod-{{.region}}' },
        ),
      ],
    },
    own(
      'inventory',
      flux(
        {
          object: 'shop/inventory',
          form: 'flux-helm-repository',
          pin: 'version',
          runs: byVersion('1.0.0'),
        },
        { from: 'legacy', gate: 'none' },
      ),
      shopChart('version', 'legacy'),
    ),
  ];
}

type Verified = (version: string, chartAndTag: string) => ExpectedRunning;

function payments(verified: Verified): ExpectedRow[] {
  return [
    argo({
      object: 'argocd/payments-eu',
      form: 'argocd-helm',
      pin: 'version',
      runs: byVersion('1.8.2'),
    }),
    argo(
      {
        object: 'argocd/payments-legacy',
        form: 'argocd-helm',
        pin: 'range',
        runs: byVersion('1.7.1'),
      },
      { from: 'legacy' },
    ),
    flux(
      {
        object: 'shop/payments',
        form: 'flux-helm-repository',
        pin: 'range',
        runs: byVersion('1.8.1'),
      },
      { gate: 'none', entityRef: 'component:default/payments' },
    ),
    flux(
      {
        object: 'shop/payments-stable',
        form: 'flux-oci-repository',
        pin: 'floating',
        runs: verified('1.8.2', 'payments:1.8.2'),
      },
      { gate: 'weaker' },
    ),
    flux(
      {
        object: 'shop/payments-hotfix',
        form: 'flux-oci-repository',
        pin: 'version',
        runs: verified('1.6.3+hotfix.1', 'payments:1.6.3_hotfix.1'),
      },
      { gate: 'none' },
    ),
    git(
      {
        kind: 'Application',
        object: 'argocd/payments',
        form: 'argocd-helm',
        pin: 'version',
        path: 'shop/payments.yaml',
      },
      {
        from: 'legacy',
        gate: 'none',
        // By `spec.destination.namespace`.
        entityRef: 'component:default/payments',
      },
    ),
    // `^1.8.0`, and the lock says which one.
    shopChart('version', 'oci'),
  ];
}

function ledger(verified: Verified): ExpectedRow[] {
  return [
    argo(
      {
        object: 'argocd/ledger-native',
        form: 'argocd-oci',
        pin: 'digest',
        runs: verified('3.2.0', 'ledger:3.2.0'),
      },
      // By `spec.destination`: the cluster it deploys to, not the one it is in.
      { cluster: 'staging' },
    ),
    flux({
      object: 'shop/ledger',
      form: 'flux-oci-repository',
      pin: 'digest',
      runs: verified('3.2.0', 'ledger:3.2.0'),
    }),
    git({
      kind: 'HelmRelease',
      object: 'money/ledger',
      form: 'flux-oci-repository',
      pin: 'digest',
      path: 'money/ledger.yaml',
    }),
  ];
}
