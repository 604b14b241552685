import { DIGEST, object, PLACE, type Evasion } from './Evasion.ts';

const ARGO = 'argoproj.io/v1alpha1';
const GIT = {
  repoURL: 'https://github.com/acme/gitops.git',
  path: '.',
  targetRevision: 'main',
};
const GOOD = {
  ...{ repoURL: `oci://${PLACE}`, path: '.', targetRevision: DIGEST },
};
const HELM = {
  ...{ repoURL: 'ghcr.io/acme/charts', chart: 'payments' },
  targetRevision: '1.0.0',
};
const LEGACY = {
  ...{ repoURL: 'https://charts.acme.example/stable', chart: 'payments' },
  targetRevision: '1.0.0',
};

/** Sources that name the chart otherwise than as a native OCI source with a digest. */
const SOURCES: Record<string, object> = {
  'Helm-typed': HELM,
  'Helm-typed, a slash at the end': {
    ...HELM,
    repoURL: 'ghcr.io/acme/charts/',
  },
  'Helm-typed, upper case': { ...HELM, repoURL: 'GHCR.io/acme/charts' },
  'Helm-typed, the port': { ...HELM, repoURL: 'ghcr.io:443/acme/charts' },
  'Helm-typed, the path in the chart': {
    ...{ ...HELM, repoURL: 'ghcr.io' },
    chart: 'acme/charts/payments',
  },
  'Helm-typed with oci://': { ...HELM, repoURL: 'oci://ghcr.io/acme/charts' },
  'Helm-typed by a digest': { ...HELM, targetRevision: DIGEST },
  'native and a chart': { ...GOOD, chart: 'payments' },
  'native by a tag': { ...GOOD, targetRevision: '1.0.0' },
  'native by a range': { ...GOOD, targetRevision: '>=1.0.0' },
  'native by nothing': { ...GOOD, targetRevision: undefined },
  'native by an empty revision': { ...GOOD, targetRevision: '' },
  'native by half a digest': { ...GOOD, targetRevision: DIGEST.slice(0, 20) },
  'native, a slash at the end': { ...GOOD, repoURL: `oci://${PLACE}/` },
  'native, upper case': {
    ...GOOD,
    repoURL: 'oci://GHCR.IO/acme/charts/payments',
  },
  'native, a tag in the url': { ...GOOD, repoURL: `oci://${PLACE}:1.0.0` },
  'native, a dot behind the host': {
    ...{ ...GOOD, repoURL: 'oci://ghcr.io./acme/charts/payments' },
  },
  'native, double dots': { ...GOOD, repoURL: `oci://${PLACE}/../payments` },
  'native, wide letters': {
    ...{ ...GOOD, repoURL: 'oci://ghｃr.io/acme/charts/payments' },
  },
  'the former repository': LEGACY,
  'the former repository, another path': {
    ...{ ...LEGACY, repoURL: 'https://charts.acme.example/' },
  },
  'the former repository over http': {
    ...{ ...LEGACY, repoURL: 'http://Charts.Acme.Example:80/stable' },
  },
  'the former repository, a user': {
    ...{ ...LEGACY, repoURL: 'https://me@charts.acme.example/stable' },
  },
};

/** Applications and ApplicationSets that would get around it. */
export function applicationEvasions(): Evasion[] {
  return [
    ...Object.entries(SOURCES).flatMap(([title, source]) => [
      application(title, { source }),
      application(`${title}, as the second source`, { sources: [GIT, source] }),
      applicationSet(title, { source }),
    ]),
    application('a good source and bad sources', {
      ...{ source: GOOD, sources: [HELM] },
    }),
    application('a bad source and good sources', {
      ...{ source: HELM, sources: [GOOD] },
    }),
    applicationSet('bad sources', { sources: [GIT, HELM] }),
    ...OPERATIONS.map(([title, sync]) =>
      application(title, { source: GOOD }, { operation: { sync } }),
    ),
    ...toldOf(),
    {
      ...application('a chart nobody knows', {
        source: { ...GOOD, repoURL: 'oci://ghcr.io/acme/charts/unheard-of' },
      }),
      by: 'unknown-argocd',
    },
    {
      ...application('a Helm-typed chart nobody knows', {
        source: { ...HELM, chart: 'unheard-of' },
      }),
      by: 'unknown-argocd',
    },
  ];
}

/** What one synchronisation is asked for. */
const OPERATIONS: [string, object][] = [
  ['one synchronisation from elsewhere', { source: HELM }],
  ['one synchronisation from two places', { sources: [GIT, HELM] }],
  ['one synchronisation to a tag', { revision: '1.0.0' }],
  ['one synchronisation to tags', { revisions: ['1.0.0'] }],
];

function toldOf(): Evasion[] {
  return [
    {
      ...applicationSet('a templated place', {
        source: { ...HELM, repoURL: '{{.registry}}' },
      }),
      ...{ by: 'told', words: /templated/ },
    },
    {
      ...application('a chart around it, in Git', { source: GIT }),
      ...{ by: 'told', words: /dependency/ },
    },
  ];
}

function application(title: string, spec: object, more: object = {}): Evasion {
  return {
    ...{ title: `Application: ${title}`, by: 'argocd' },
    object: object(ARGO, 'Application', 'argocd', {
      spec: { project: 'default', destination: {}, ...spec },
      ...more,
    }),
  };
}

function applicationSet(title: string, spec: object): Evasion {
  return {
    ...{ title: `ApplicationSet: ${title}`, by: 'argocd' },
    object: object(ARGO, 'ApplicationSet', 'argocd', {
      spec: {
        generators: [{ list: { elements: [] } }],
        template: { metadata: { name: 'x' }, spec },
      },
    }),
  };
}
