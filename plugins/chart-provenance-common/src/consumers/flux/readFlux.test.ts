import { readConsumers } from '../readConsumers';
import {
  ACME_OCI,
  DIGEST,
  flux,
  ociRepository,
  OTHER_DIGEST,
  referring,
  templated,
} from '../testing/objects';
import { readAll, readOne } from '../testing/read';

/** As helm-controller documents it: the newest first, digits of the digest in the version. */
function release(
  version: number,
  status: string,
  chartVersion: string,
  ociDigest?: string,
) {
  return {
    appVersion: '6.6.1',
    chartName: 'payments',
    chartVersion,
    digest: `sha256:${'e'.repeat(64)}`,
    firstDeployed: '2026-11-01T10:00:00Z',
    lastDeployed: '2026-11-01T10:00:00Z',
    name: 'payments',
    namespace: 'shop',
    ...(ociDigest && { ociDigest }),
    status,
    version,
  };
}
const SINCE = '2026-11-01T10:00:00.000Z';

describe('what Flux runs', () => {
  it.each<[string, object, unknown]>([
    [
      'the release that is deployed, with its digest',
      {
        history: [
          release(3, 'failed', '1.9.0+cdd538a0167e', OTHER_DIGEST),
          release(2, 'deployed', '1.8.2+0cc9a8446c95', DIGEST),
          release(1, 'superseded', '1.8.1'),
        ],
      },
      { version: '1.8.2', digest: DIGEST, since: SINCE },
    ],
    [
      'the highest of several deployed, whatever their order',
      {
        history: [
          release(1, 'deployed', '1.8.1'),
          release(2, 'deployed', '1.8.2'),
        ],
      },
      { version: '1.8.2', digest: null, since: SINCE },
    ],
    [
      'the digest behind a tag that is no version',
      {
        history: [
          release(2, 'deployed', '1.8.2+0cc9a8446c95', `stable@${DIGEST}`),
        ],
      },
      { version: '1.8.2', digest: DIGEST, since: SINCE },
    ],
    [
      'build metadata that is the chart’s own',
      { history: [release(1, 'deployed', '1.8.2+b5', DIGEST)] },
      { version: '1.8.2+b5', digest: DIGEST, since: SINCE },
    ],
    [
      'nothing, while nothing is deployed',
      {
        history: [release(1, 'failed', '1.8.2')],
        lastAttemptedRevision: '1.8.2',
      },
      null,
    ],
    [
      'what v2beta1 applied last',
      { lastAppliedRevision: '1.8.2', lastAttemptedRevision: '1.9.0' },
      { version: '1.8.2', digest: null, since: null },
    ],
    ['nothing, without a status', {}, null],
    [
      'nothing, when the status makes no sense',
      { history: [7, { status: 'deployed' }] },
      { version: null, digest: null, since: null },
    ],
  ])('%s', (_, status, runs) => {
    expect(
      readOne(
        ociRepository({ ref: { tag: '1.8.2' } }),
        referring('OCIRepository', { status }),
      ).runs,
    ).toEqual(runs);
  });

  it.each<[string, string, unknown]>([
    [
      'tag and digest',
      `1.8.2_b5@${DIGEST}`,
      { version: '1.8.2+b5', digest: DIGEST },
    ],
    [
      'a moving tag and digest',
      `latest@${DIGEST}`,
      { version: null, digest: DIGEST },
    ],
    ['a digest', DIGEST, { version: null, digest: DIGEST }],
  ])('an OCIRepository that fetched %s', (_, revision, runs) => {
    const artifact = { revision, lastUpdateTime: '2026-11-01T10:00:00Z' };
    expect(readOne(ociRepository({}, { status: { artifact } })).runs).toEqual({
      ...(runs as object),
      since: SINCE,
    });
  });

  it('an OCIRepository that fetched nothing that can be named', () => {
    const status = { artifact: { revision: 'latest' } };
    expect(readOne(ociRepository({}, { status })).runs).toBeNull();
  });
});

describe('objects that name each other', () => {
  const chart = {
    chart: 'payments',
    sourceRef: { kind: 'HelmRepository', name: 'acme' },
  };

  it('does not count the HelmChart that a HelmRelease made, and takes its word on verification', () => {
    const made = flux(
      'HelmChart',
      { ...chart, verify: { provider: 'cosign' } },
      {
        name: 'shop-payments',
        namespace: 'flux-system',
        status: {
          conditions: [
            { type: 'Ready', status: 'False', message: 'no' },
            {
              type: 'SourceVerified',
              status: 'False',
              message: 'no\nmatching signatures',
            },
          ],
        },
      },
    );
    expect(
      readOne(
        made,
        templated({ version: '1.8.2', verify: { provider: 'cosign' } }),
        ACME_OCI,
      ).gate,
    ).toEqual({
      kind: 'flux-verify',
      provider: 'cosign',
      identities: [],
      secretRef: null,
      verified: { ok: false, message: 'no matching signatures' },
    });
  });

  it.each<[string, unknown[], string]>([
    [
      'a HelmRepository that is not there',
      [templated({})],
      'HelmRepository flux-system/acme, which was not found',
    ],
    [
      'one in another namespace',
      [
        templated({}),
        { ...ACME_OCI, metadata: { name: 'acme', namespace: 'other' } },
      ],
      'not found',
    ],
    [
      'an OCIRepository that is not there',
      [referring('OCIRepository')],
      'OCIRepository shop/payments, which was not found',
    ],
    [
      'a kind that tells of no chart',
      [referring('ExternalArtifact')],
      'no published chart',
    ],
    [
      'an OCIRepository under sourceRef',
      [templated({ sourceRef: { kind: 'OCIRepository', name: 'payments' } })],
      'Flux takes none',
    ],
    [
      'an object by a template',
      [templated({ sourceRef: { kind: 'HelmRepository', name: '${repo}' } })],
      'by a template',
    ],
  ])('is unresolved with %s', (_, manifests, message) => {
    expect(readOne(...manifests).target).toEqual({
      kind: 'unresolved',
      message: expect.stringContaining(message),
    });
  });

  it('takes the nearest of several folders, and none of two that are equally near and differ', () => {
    const inFolder = (folder: string, tag: string) => [
      {
        kind: 'manifest' as const,
        folder,
        value: ociRepository({ ref: { tag } }),
      },
    ];
    const user = {
      kind: 'manifest' as const,
      folder: 'clusters/prod/apps',
      value: referring('OCIRepository'),
    };
    const read = (...documents: Parameters<typeof readConsumers>[0][0][]) =>
      readConsumers(documents).consumers.map(({ reading }) => [
        reading.target.kind,
        reading.wants.version,
      ]);
    expect(
      read(
        ...inFolder('clusters/staging/sources', '1.9.0'),
        ...inFolder('clusters/prod/sources', '1.8.2'),
        user,
      ),
    ).toEqual([['oci', '1.8.2']]);
    expect(
      read(
        ...inFolder('clusters/prod/a', '1.9.0'),
        ...inFolder('clusters/prod/b', '1.8.2'),
        user,
      ),
    ).toEqual([['unresolved', null]]);
    expect(
      read(
        ...inFolder('clusters/prod/a', '1.8.2'),
        ...inFolder('clusters/prod/b', '1.8.2'),
        user,
      ),
    ).toEqual([['oci', '1.8.2']]);
  });

  it('finds objects whose namespace kustomize sets', () => {
    const user = flux(
      'HelmRelease',
      { chartRef: { kind: 'OCIRepository', name: 'payments' } },
      { namespace: null },
    );
    expect(
      readOne(
        ociRepository({ ref: { tag: '1.8.2' } }, { namespace: null }),
        user,
      ),
    ).toMatchObject({
      kind: 'HelmRelease',
      namespace: null,
      target: { kind: 'oci' },
    });
  });

  it('does not take a patch for the object, and tells of it', () => {
    const manifest = (folder: string, value: unknown) => ({
      kind: 'manifest' as const,
      folder,
      value,
    });
    const { consumers, problems } = readConsumers([
      manifest('base', ociRepository({ ref: { tag: '1.8.2' } })),
      manifest('prod', flux('OCIRepository', { ref: { tag: '1.9.0' } })),
      manifest('prod', referring('OCIRepository')),
    ]);
    expect(consumers.map(({ reading }) => reading.wants.version)).toEqual([
      '1.8.2',
    ]);
    expect(problems).toMatchObject([
      { document: 1, object: 'OCIRepository shop/payments' },
    ]);
  });

  it('says that a patch of the chart cannot be read by itself', () => {
    const patch = flux('HelmRelease', {
      chart: { spec: { version: '1.8.2' } },
    });
    expect(readAll(patch)).toMatchObject({
      consumers: [],
      problems: [
        {
          object: 'HelmRelease shop/payments',
          message: expect.stringContaining('kustomize'),
        },
      ],
    });
  });
});
