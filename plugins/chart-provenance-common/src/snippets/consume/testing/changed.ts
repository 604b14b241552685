import type { SnippetConsumer } from '../../types';
import type { ChangePurpose } from '../edit/consumerDiffs';
import { consumer, DIGEST, ISSUER } from './inputs';
import {
  LEGACY_APPLICATION,
  HEAD,
  SET,
  RELEASE,
  IDENTITY,
  SELECTOR,
  REPOSITORY,
  REF,
  CHART,
} from './texts';

interface Changed {
  title: string;
  purpose: ChangePurpose;
  consumer: SnippetConsumer;
  after: string;
  notes: RegExp[];
  pin?: 'version';
}

/** Manifests, and what is to become of them. */
export const CHANGED: Changed[] = [
  {
    title: 'an Application of a legacy repository',
    purpose: 'argocd-oci',
    consumer: consumer('Application', LEGACY_APPLICATION),
    after: LEGACY_APPLICATION.replace(
      'https://charts.acme.dev/',
      'oci://ghcr.io/acme/charts/payments',
    )
      .replace('chart: "payments"', 'path: .')
      .replace('~1.7.0', `${DIGEST} # 1.8.0_build.5`),
    notes: [
      /has to be 3\.1/,
      /asks for ~1\.7\.0 and would get 1\.8\.0\+build\.5/,
    ],
  },
  {
    title: 'a Helm-typed Application of the registry, without a version',
    purpose: 'argocd-oci',
    consumer: consumer(
      'Application',
      `${HEAD}  source:\n    repoURL: ghcr.io/acme/charts\n    chart: payments\n  syncPolicy: {}\n`,
    ),
    after: `${HEAD}  source:\n    repoURL: oci://ghcr.io/acme/charts/payments\n    path: .\n    targetRevision: ${DIGEST} # 1.8.0_build.5\n  syncPolicy: {}\n`,
    notes: [],
  },
  {
    title: 'a native Application by tag, with an older comment',
    purpose: 'argocd-oci',
    consumer: consumer(
      'Application',
      `${HEAD}  source: # chart\n    targetRevision: 1.7.0 # 1.7.0\n    repoURL: "oci://ghcr.io/acme/charts/payments"\n`,
    ),
    after: `${HEAD}  source: # chart\n    targetRevision: ${DIGEST} # 1.8.0_build.5\n    repoURL: "oci://ghcr.io/acme/charts/payments"\n    path: .\n`,
    notes: [/asks for 1\.7\.0/],
  },
  {
    title: 'a comment that says something else',
    purpose: 'argocd-oci',
    consumer: consumer(
      'Application',
      `${HEAD}  source:\n    path: .\n    repoURL: oci://ghcr.io/acme/charts/payments\n    targetRevision: 1.8.0_build.5   # ask team shop first\n`,
    ),
    after: `${HEAD}  source:\n    path: .\n    repoURL: oci://ghcr.io/acme/charts/payments\n    targetRevision: ${DIGEST} # 1.8.0_build.5   # ask team shop first\n`,
    notes: [],
  },
  {
    title: 'one of several sources',
    purpose: 'argocd-multi-source',
    consumer: consumer(
      'Application',
      `${HEAD}  sources:\n  - repoURL: https://git.acme.dev/v.git\n    ref: values\n  - chart: payments\n    repoURL: https://charts.acme.dev\n    targetRevision: "1.8.0+build.5"\n    helm: {valueFiles: [$values/x.yaml]}\n`,
    ),
    after: `${HEAD}  sources:\n  - repoURL: https://git.acme.dev/v.git\n    ref: values\n  - path: .\n    repoURL: oci://ghcr.io/acme/charts/payments\n    targetRevision: ${DIGEST} # 1.8.0_build.5\n    helm: {valueFiles: [$values/x.yaml]}\n`,
    notes: [],
  },
  {
    title: 'an ApplicationSet with a chart as it is',
    purpose: 'argocd-applicationset',
    consumer: consumer('ApplicationSet', SET),
    after: SET.replace('chart: payments', 'path: .')
      .replace('ghcr.io/acme/charts', 'oci://ghcr.io/acme/charts/payments')
      .replace('1.8.0+build.5', `${DIGEST} # 1.8.0_build.5`),
    notes: [],
  },
  {
    title: 'an Application for an older Argo CD',
    purpose: 'argocd-helm',
    consumer: consumer('Application', LEGACY_APPLICATION),
    after: LEGACY_APPLICATION.replace(
      'https://charts.acme.dev/',
      'ghcr.io/acme/charts',
    ).replace('~1.7.0', '1.8.0+build.5'),
    notes: [],
    pin: 'version',
  },
  {
    title: 'a HelmRelease over a legacy repository',
    purpose: 'flux-oci-repository',
    consumer: consumer('HelmRelease', RELEASE),
    after: `${RELEASE.replace(
      / {2}chart:\n[\s\S]*?name: acme\n/,
      '  chartRef:\n    kind: OCIRepository\n    name: payments\n',
    )}---\n${REPOSITORY}${REF}${SELECTOR}${IDENTITY}`,
    notes: [/Comments within its chart/, /HelmRepository acme stays/],
  },
  {
    title: 'an OCIRepository by tag',
    purpose: 'flux-oci-repository',
    consumer: consumer(
      'OCIRepository',
      `${REPOSITORY}  ref:\n    tag: 1.8.0_build.5 # keep\n  # in the end\n  timeout: 1m\n`,
    ),
    after: `${REPOSITORY}${SELECTOR}${IDENTITY}  ref:\n    tag: 1.8.0_build.5 # keep\n    digest: ${DIGEST}\n  # in the end\n  timeout: 1m\n`,
    notes: [],
  },
  {
    title: 'an OCIRepository that takes a range, and anybody’s signature',
    purpose: 'flux-oci-repository',
    consumer: consumer(
      'OCIRepository',
      `${REPOSITORY}  ref: # newest\n    semver: ">=1.0.0"\n${SELECTOR}  verify:\n    provider: cosign\n  suspend: false\n`,
    ),
    after: `${REPOSITORY}  ref: # newest\n    tag: 1.8.0_build.5\n    digest: ${DIGEST}\n${SELECTOR}${IDENTITY}  suspend: false\n`,
    notes: [/asks for >=1\.0\.0/, /verify took others/],
  },
  {
    title: 'an OCIRepository without a ref, whose verify is as it should be',
    purpose: 'flux-oci-repository',
    consumer: consumer(
      'OCIRepository',
      `${REPOSITORY}${SELECTOR}  verify: # policy\n    provider: cosign\n    matchOIDCIdentity:\n    - issuer: ^${ISSUER.replaceAll(
        '.',
        '\\.',
      )}$\n      subject: '^https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/heads/main$'\n`,
    ),
    after: `${REPOSITORY}${REF}${SELECTOR}  verify: # policy\n    provider: cosign\n    matchOIDCIdentity:\n    - issuer: ^${ISSUER.replaceAll(
      '.',
      '\\.',
    )}$\n      subject: '^https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/heads/main$'\n`,
    notes: [/latest/],
  },
  {
    title: 'a dependency of a legacy repository',
    purpose: 'chart-dependency',
    consumer: consumer('Chart', CHART, {
      ...{ name: 'shop', namespace: null, part: 'dependencies[1]' },
    }),
    after: CHART.replace(
      '"https://charts.acme.dev"',
      'oci://ghcr.io/acme/charts',
    ),
    notes: [/helm dependency update/],
    pin: 'version',
  },
];
