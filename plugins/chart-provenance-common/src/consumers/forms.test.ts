import { readConsumers } from './readConsumers';
import {
  ACME_LEGACY,
  ACME_OCI,
  application,
  applicationSet,
  flux,
  ociRepository,
  templated,
} from './testing/objects';
import { FORM_ROWS, PAYMENTS } from './testing/formRows';
import { readOne, rulesOf } from './testing/read';

/** Every way of naming a chart that Argo CD, Flux and Chart.yaml have. */
describe('forms of naming a chart', () => {
  it.each(FORM_ROWS)('%s', (_, manifests, expected) => {
    expect(readOne(...manifests)).toMatchObject(expected);
  });

  it('suspended objects are still consumers', () => {
    const suspended = templated({ version: '1.8.2' });
    expect(
      readOne(ACME_OCI, {
        ...suspended,
        spec: { ...suspended.spec, suspend: true },
      }),
    ).toMatchObject({ target: PAYMENTS });
  });

  it('takes the labels that may name an owner, and no others', () => {
    const labels = {
      'backstage.io/kubernetes-id': 'payments',
      'app.kubernetes.io/part-of': 'shop',
      team: 'red',
    };
    const source = { repoURL: 'ghcr.io/acme', chart: 'payments' };
    expect(
      readOne(application({ source }, undefined, { labels })),
    ).toMatchObject({
      labels: {
        'backstage.io/kubernetes-id': 'payments',
        'app.kubernetes.io/part-of': 'shop',
      },
    });
  });

  it.each<[string, unknown[]]>([
    [
      'Argo CD from Git',
      [
        application({
          source: { repoURL: 'https://github.com/acme/gitops', path: 'apps' },
        }),
      ],
    ],
    [
      'a hydrated Application',
      [
        application({
          sourceHydrator: { drySource: {} },
          source: { repoURL: 'ghcr.io/a', chart: 'b' },
        }),
      ],
    ],
    [
      'an OCI artifact of manifests for kustomize',
      [
        application({
          source: {
            repoURL: 'oci://ghcr.io/acme/manifests',
            path: '.',
            kustomize: {},
          },
        }),
      ],
    ],
    [
      'a HelmRelease from Git',
      [
        templated({
          chart: './charts/payments',
          sourceRef: { kind: 'GitRepository', name: 'gitops' },
        }),
      ],
    ],
    ['sources that nobody deploys from', [ACME_OCI, ACME_LEGACY]],
    [
      'an OCIRepository of manifests, by its layer',
      [
        ociRepository({
          layerSelector: {
            mediaType: 'application/vnd.cncf.flux.content.v1.tar+gzip',
          },
        }),
      ],
    ],
    [
      'an OCIRepository of manifests, by the Kustomization that applies it',
      [
        ociRepository({ layerSelector: undefined }),
        {
          apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
          kind: 'Kustomization',
          metadata: { name: 'x', namespace: 'shop' },
          spec: { sourceRef: { kind: 'OCIRepository', name: 'payments' } },
        },
      ],
    ],
    [
      'kinds of the same name in other groups',
      [{ ...templated({}), apiVersion: 'helm.fluxcd.io/v1' }],
    ],
    [
      'a patch of an Application',
      [application({ project: 'x' })].map(({ spec, ...piece }) => piece),
    ],
    ['a patch of values', [flux('HelmRelease', { values: { replicas: 3 } })]],
  ])('%s is no consumer of a published chart', (_, manifests) => {
    expect(
      readConsumers(manifests.map(value => ({ kind: 'manifest', value }))),
    ).toEqual({ consumers: [], problems: [], truncated: false });
  });

  it('names each of several sources; refs and Git among them are no charts', () => {
    const { consumers, problems } = readConsumers([
      {
        kind: 'manifest',
        value: application({
          source: { repoURL: 'ghcr.io/acme/charts', chart: 'overridden' },
          sources: [
            { repoURL: 'https://github.com/acme/gitops', ref: 'values' },
            {
              repoURL: 'ghcr.io/acme/charts',
              chart: 'payments',
              targetRevision: '1.8.2',
            },
            {
              repoURL: 'oci://ghcr.io/acme/charts/ledger',
              path: '.',
              targetRevision: '2.0.0',
            },
          ],
        }),
      },
    ]);
    expect(problems).toEqual([]);
    expect(
      consumers.map(({ reading }) => [
        reading.part,
        reading.form,
        reading.written,
      ]),
    ).toEqual([
      ['sources[1]', 'argocd-helm', 'ghcr.io/acme/charts payments 1.8.2'],
      ['sources[2]', 'argocd-oci', 'oci://ghcr.io/acme/charts/ledger 2.0.0'],
    ]);
  });

  it('opens lists, also of a kind whose entries do not say what they are', () => {
    const source = { repoURL: 'ghcr.io/acme/charts', chart: 'payments' };
    const { kind, apiVersion, ...entry } = application({ source });
    const list = { apiVersion, kind: `${kind}List`, items: [entry] };
    expect(
      readOne({ apiVersion: 'v1', kind: 'List', items: [list] }),
    ).toMatchObject({ kind: 'Application', target: PAYMENTS });
  });

  it('counts the Applications that a set made, not the set too', () => {
    const source = {
      repoURL: 'ghcr.io/acme/charts',
      chart: 'payments',
      targetRevision: '1.8.2',
    };
    const made = application({ source }, undefined, {
      name: 'payments-prod',
      ownerReferences: [
        {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'ApplicationSet',
          name: 'payments',
          uid: '2f0c',
        },
      ],
    });
    const set = applicationSet({ source });
    const metadata = { ...set.metadata, uid: '2f0c' };
    expect(readOne({ ...set, metadata }, made)).toMatchObject({
      kind: 'Application',
      name: 'payments-prod',
    });
  });

  it('says that a patch of templates is not applied', () => {
    const source = {
      repoURL: 'ghcr.io/acme/charts',
      chart: 'payments',
      targetRevision: '1.8.2',
    };
    expect(
      rulesOf(
        readOne(applicationSet({ source }, { templatePatch: 'spec: {}' })),
      ),
    ).toEqual(['applicationset-template-patch']);
  });
});
