import { readConsumers } from './readConsumers';
import {
  ACME_OCI,
  application,
  applicationSet,
  DIGEST,
  flux,
  ociRepository,
  referring,
  templated,
} from './testing/objects';
import { readAll, readOne, rulesOf } from './testing/read';

/** In Git, where whoever merges a file writes all of it. */
function inGit(...files: [folder: string, value: unknown][]) {
  return readConsumers(
    files.map(([folder, value]) => ({ kind: 'manifest', value, folder })),
  ).consumers.map(({ reading }) => reading);
}

const SOURCE = {
  repoURL: 'oci://ghcr.io/acme/charts/payments',
  targetRevision: '1.8.2',
};
const RELEASED = {
  history: [
    {
      status: 'deployed',
      version: 1,
      chartName: 'payments',
      chartVersion: '1.8.2',
      ociDigest: DIGEST,
    },
  ],
};

describe('nothing runs because a file in Git says so', () => {
  it.each([
    [
      'Application',
      application(
        { source: SOURCE },
        { history: [{ source: SOURCE, revision: DIGEST }] },
      ),
    ],
    [
      'OCIRepository',
      ociRepository(
        { ref: { tag: '1.8.2' }, verify: { provider: 'cosign' } },
        {
          status: {
            artifact: { revision: `1.8.2@${DIGEST}` },
            conditions: [{ type: 'SourceVerified', status: 'True' }],
          },
        },
      ),
    ],
  ])('%s', (_kind, object) => {
    const [reading] = inGit(['apps', object]);
    expect(reading.runs).toBeNull();
    expect(reading.gate).not.toMatchObject({ verified: { ok: true } });
    expect(readOne(object).runs).toMatchObject({ digest: DIGEST });
  });

  it('HelmRelease', () => {
    const release = referring('OCIRepository', { status: RELEASED });
    const repository = ociRepository({ ref: { tag: '1.8.2' } });
    const [reading] = inGit(['apps', release], ['apps', repository]);
    expect(reading).toMatchObject({ kind: 'HelmRelease', runs: null });
  });
});

describe('no consumer vanishes by the word of somebody else', () => {
  const owned = (reference: object) =>
    application({ source: { path: 'x' } }, undefined, {
      name: 'evil',
      ownerReferences: [
        {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'ApplicationSet',
          name: 'payments',
          ...reference,
        },
      ],
    });
  const withUid = (uid: string) => {
    const set = applicationSet({ source: SOURCE });
    return { ...set, metadata: { ...set.metadata, uid } };
  };

  it('an ApplicationSet stays when an Application names it that it did not make', () => {
    const sets = [applicationSet({ source: SOURCE }), withUid('2f0c')];
    for (const set of sets) {
      for (const reference of [{}, { uid: 'guessed' }, { uid: undefined }]) {
        expect(readOne(owned(reference), set).kind).toBe('ApplicationSet');
      }
    }
    expect(readAll(owned({ uid: '2f0c' }), withUid('2f0c')).consumers).toEqual(
      [],
    );
    const file = owned({ uid: '2f0c' });
    expect(inGit(['evil', file], ['apps', withUid('2f0c')])).toHaveLength(1);
  });

  const kustomization = (namespace: string) => ({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: 'evil', namespace },
    spec: {
      sourceRef: { kind: 'OCIRepository', name: 'payments', namespace: 'shop' },
    },
  });

  it('an OCIRepository that picks out the layer of a chart stays when a Kustomization names it', () => {
    const chart = ociRepository({ ref: { tag: '1.8.2' } });
    expect(readOne(kustomization('evil'), chart).kind).toBe('OCIRepository');
    const manifests = flux('OCIRepository', {
      url: 'oci://ghcr.io/acme/manifests/shop',
    });
    expect(readAll(kustomization('shop'), manifests).consumers).toEqual([]);
  });

  it('a HelmChart stays when a release of another chart would make one of that name', () => {
    const chart = flux(
      'HelmChart',
      {
        chart: 'payments',
        sourceRef: { kind: 'HelmRepository', name: 'acme' },
      },
      { name: 'team-a-payments', namespace: 'flux-system' },
    );
    const kinds = (object: unknown) =>
      readAll(object, chart, ACME_OCI).consumers.map(
        ({ reading }) => reading.kind,
      );
    const evil = { name: 'a-payments', namespace: 'team' };
    expect(kinds(templated({ chart: 'other' }, evil))).toEqual([
      'HelmRelease',
      'HelmChart',
    ]);
    expect(kinds(templated({}, evil))).toEqual(['HelmRelease']);
    const status = { helmChart: 'flux-system/team-a-payments' };
    const told = templated({ chart: 'other' }, { status });
    expect(
      inGit(['evil', told], ['apps', chart], ['infra', ACME_OCI]).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['HelmRelease', 'HelmChart']);
  });

  it('a release keeps its repository when 2,000 of that name are made in other namespaces', () => {
    const squatters = Array.from({ length: 2_000 }, (_, n) =>
      flux(
        'HelmRepository',
        { type: 'oci', url: 'oci://evil.example/charts' },
        { name: 'acme', namespace: `evil-${n}` },
      ),
    );
    const reading = readOne(...squatters, ACME_OCI, templated({}));
    expect(reading.target).toMatchObject({ registry: 'ghcr.io' });
  });

  it('an object of a group that is not Flux’s is no source', () => {
    const evil = {
      ...ACME_OCI,
      apiVersion: 'evil.toolkit.fluxcd.io/v1',
      spec: { type: 'oci', url: 'oci://evil.example/charts' },
    };
    const [reading] = inGit(
      ['apps', templated({})],
      ['apps', evil],
      ['infra', ACME_OCI],
    );
    expect(reading.target).toMatchObject({ registry: 'ghcr.io' });
  });
});

it('a second source in another folder makes it said that nobody knows which is meant', () => {
  const evil = {
    ...ACME_OCI,
    spec: { type: 'oci', url: 'oci://evil.example/charts' },
  };
  const [reading] = inGit(
    ['apps/shop', templated({})],
    ['infra', ACME_OCI],
    ['tenants/evil', evil],
  );
  expect(reading.target.kind).toBe('unresolved');
  expect(rulesOf(reading)).toContain('ambiguous-source');
});

it('identities under a HelmRelease are no gate: Flux does not look at them', () => {
  const matchOIDCIdentity = [{ issuer: '^a$', subject: '^b$' }];
  const verify = { provider: 'cosign', matchOIDCIdentity };
  const reading = readOne(templated({ verify }), ACME_OCI);
  expect(reading.gate).toMatchObject({ kind: 'flux-verify', identities: [] });
  expect(rulesOf(reading)).toContain('flux-verify-anyone');
});

describe('what ran elsewhere does not run here', () => {
  it('an Application that was last compared with another destination', () => {
    const status = (destination: object) => ({
      history: [{ source: SOURCE, revision: DIGEST }],
      sync: {
        status: 'Unknown',
        comparedTo: { source: SOURCE, destination },
      },
    });
    const staging = { server: 'https://staging:6443', namespace: 'shop' };
    const moved = application(
      { source: SOURCE, destination: { name: 'prod-eu', namespace: 'shop' } },
      status(staging),
    );
    expect(readOne(moved).runs).toBeNull();
    expect(rulesOf(readOne(moved))).toContain('other-destination-runs');
    const stayed = application(
      { source: SOURCE, destination: staging },
      status(staging),
    );
    expect(readOne(stayed).runs).toMatchObject({ digest: DIGEST });
  });

  it('a HelmRelease whose history is of another chart, unless its bytes tell it', () => {
    const [{ ociDigest, ...release }] = RELEASED.history;
    const history = [{ ...release, chartName: 'ledger' }];
    const reading = readOne(ACME_OCI, templated({}, { status: { history } }));
    expect(reading.runs).toBeNull();
    expect(rulesOf(reading)).toContain('other-source-runs');
    const renamed = [{ ...release, ociDigest, chartName: 'ledger' }];
    const source = ociRepository({ ref: { tag: '1.8.2' } });
    const status = { history: renamed };
    expect(
      readOne(source, referring('OCIRepository', { status })).runs,
    ).toMatchObject({ digest: DIGEST });
  });
});
