import { application, DIGEST, OTHER_DIGEST } from '../testing/objects';
import { readAll, readOne, rulesOf } from '../testing/read';

const OCI = {
  repoURL: 'oci://ghcr.io/acme/charts/payments',
  path: '.',
  targetRevision: '1.9.0',
};
const HELM = {
  repoURL: 'ghcr.io/acme/charts',
  chart: 'payments',
  targetRevision: '1.9.0',
};
const LEGACY = { ...HELM, repoURL: 'https://charts.acme.dev' };
const GIT = { repoURL: 'https://github.com/acme/gitops', ref: 'values' };
const DEPLOYED = '2026-11-01T10:00:00.000Z';

function entry(source: object, revision: string, more: object = {}) {
  return {
    id: 1,
    source,
    revision,
    deployedAt: '2026-11-01T10:00:00Z',
    ...more,
  };
}

/** As Argo CD writes it for several sources: `source` is there, and empty. */
function several(sources: object[], revisions: string[]) {
  return {
    ...entry({ repoURL: '' }, ''),
    revision: undefined,
    sources,
    revisions,
  };
}

describe('what an Application runs', () => {
  it.each<[string, object, object, unknown, string[]]>([
    [
      'Helm-typed: a version, and never which bytes',
      { source: HELM },
      { history: [entry(HELM, '1.8.1'), entry(HELM, '1.8.2')] },
      { version: '1.8.2', digest: null, since: DEPLOYED },
      [],
    ],
    [
      'native OCI: the digest, and the tag it was asked for by',
      { source: OCI },
      {
        history: [entry({ ...OCI, targetRevision: '1.8.2_b5' }, DIGEST)],
      },
      { version: '1.8.2+b5', digest: DIGEST, since: DEPLOYED },
      [],
    ],
    [
      'native OCI by a moving tag: no version',
      { source: OCI },
      { history: [entry({ ...OCI, targetRevision: 'stable' }, DIGEST)] },
      { version: null, digest: DIGEST, since: DEPLOYED },
      [],
    ],
    [
      'not what is wanted now but could not be synchronised',
      { source: OCI },
      {
        history: [entry({ ...OCI, targetRevision: '1.8.2' }, DIGEST)],
        operationState: {
          phase: 'Failed',
          syncResult: { revision: OTHER_DIGEST, source: OCI },
        },
        sync: { status: 'OutOfSync', revision: OTHER_DIGEST },
      },
      { version: '1.8.2', digest: DIGEST, since: DEPLOYED },
      [],
    ],
    [
      'without a history, the last operation that succeeded',
      { source: HELM },
      {
        history: [],
        operationState: {
          phase: 'Succeeded',
          finishedAt: '2026-11-01T10:00:00Z',
          syncResult: { revision: '1.9.0', source: HELM },
        },
      },
      { version: '1.9.0', digest: null, since: DEPLOYED },
      [],
    ],
    [
      'an operation that failed deployed nothing that is known',
      { source: HELM },
      {
        operationState: {
          phase: 'Running',
          syncResult: { revision: '1.9.0', source: HELM },
        },
        sync: { status: 'OutOfSync', revision: '1.9.0' },
      },
      null,
      [],
    ],
    [
      'what was compared, only while it is in sync',
      { source: HELM },
      {
        sync: {
          status: 'Synced',
          revision: '1.9.0',
          comparedTo: { source: HELM },
        },
      },
      { version: '1.9.0', digest: null, since: null },
      [],
    ],
    [
      'of several sources, its own',
      { sources: [GIT, HELM, OCI] },
      {
        history: [several([GIT, HELM, OCI], ['0a1b2c', '1.8.2', DIGEST])],
      },
      { version: '1.8.2', digest: null, since: DEPLOYED },
      [],
    ],
    [
      'of several sources in another order then, its own',
      { sources: [HELM, GIT] },
      { history: [several([GIT, HELM], ['0a1b2c', '1.8.2'])] },
      { version: '1.8.2', digest: null, since: DEPLOYED },
      [],
    ],
    [
      'still from the legacy repository: its version, and it is said',
      { source: OCI },
      { history: [entry(LEGACY, '1.7.0')] },
      { version: '1.7.0', digest: null, since: DEPLOYED },
      ['other-source-runs'],
    ],
    [
      'still from another registry: a digest there says nothing here',
      { source: OCI },
      {
        history: [
          entry(
            {
              ...OCI,
              repoURL: 'oci://registry.acme.dev/payments',
              targetRevision: '1.7.0',
            },
            DIGEST,
          ),
        ],
      },
      { version: '1.7.0', digest: null, since: DEPLOYED },
      ['other-source-runs'],
    ],
    [
      'another chart altogether: nothing of this one',
      { source: OCI },
      { history: [entry({ ...HELM, chart: 'ledger' }, '3.0.0')] },
      null,
      ['other-source-runs'],
    ],
    [
      'from the same repository, Helm-typed then and native now',
      { source: OCI },
      { history: [entry(HELM, '1.8.2')] },
      { version: '1.8.2', digest: null, since: DEPLOYED },
      [],
    ],
    ['nothing, without a status', { source: HELM }, {}, null, []],
    [
      'nothing, when the status makes no sense',
      { source: HELM },
      { history: [{ revision: 7, source: 'x' }], sync: 3 },
      null,
      [],
    ],
    [
      'nothing, when what is no digest stands for one',
      { source: OCI },
      { history: [entry(OCI, '1.9.0')] },
      null,
      [],
    ],
  ])('%s', (_, spec, status, runs, rules) => {
    const { consumers, problems } = readAll(application(spec, status));
    expect(problems).toEqual([]);
    const [{ reading }] = consumers;
    expect(reading.runs).toEqual(runs);
    expect(
      rulesOf(reading).filter(rule => rule === 'other-source-runs'),
    ).toEqual(rules);
  });
});

describe('findings on an Application', () => {
  it.each<[string, object, string[], string | undefined]>([
    [
      'oci:// with chart: Argo CD fetches repoURL literally',
      { ...HELM, repoURL: 'oci://ghcr.io/acme/charts' },
      ['argocd-oci-and-chart'],
      'acme/charts',
    ],
    [
      'a digest for a Helm-typed source',
      { ...HELM, targetRevision: DIGEST },
      ['digest-as-version'],
      'acme/charts/payments',
    ],
    [
      'what is no digest for a native one',
      { ...OCI, targetRevision: 'sha256:abc' },
      ['digest-malformed'],
      'acme/charts/payments',
    ],
    [
      'a range',
      { ...HELM, targetRevision: '1.x' },
      ['unpinned'],
      'acme/charts/payments',
    ],
    [
      'no version',
      { ...OCI, targetRevision: undefined },
      ['unpinned'],
      'acme/charts/payments',
    ],
    [
      '+ in a tag',
      { ...OCI, targetRevision: '1.9.0+b5' },
      ['plus-in-tag'],
      'acme/charts/payments',
    ],
    [
      'a number in YAML without quotes',
      { ...HELM, targetRevision: 1.1 },
      ['number-as-version', 'unpinned'],
      'acme/charts/payments',
    ],
    [
      'a slash at the end, to which Argo CD adds another one',
      { ...HELM, repoURL: 'ghcr.io/acme/charts/' },
      ['trailing-slash'],
      'acme/charts/payments',
    ],
    [
      'upper case',
      { ...HELM, repoURL: 'ghcr.io/ACME/charts' },
      ['uppercase-repository'],
      'acme/charts/payments',
    ],
  ])('%s', (_, source, rules, repository) => {
    const reading = readOne(application({ source }));
    expect(rulesOf(reading)).toEqual(rules);
    expect(reading.target).toMatchObject({ kind: 'oci', repository });
  });

  it('shows no user name and password', () => {
    const { written } = readOne(
      application({
        source: { ...LEGACY, repoURL: 'https://me:s3cret@charts.acme.dev' },
      }),
    );
    expect(written).toBe('https://charts.acme.dev payments 1.9.0');
  });
});
