import { DIGEST } from './inputs';

/** Pieces of manifests that consumers write. */
export const LEGACY_APPLICATION = `# Payments, run by team shop
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: payments   # as in the cluster
  namespace: "shop"
spec:
  project: 'shop'
  source:
    # where charts were until now
    repoURL: https://charts.acme.dev/
    chart: "payments"   # renamed in 2024
    targetRevision: ~1.7.0
    helm:
      valuesObject: {replicas: 3,   log: "x"}
  destination: { server: https://kubernetes.default.svc, namespace: shop }
---
apiVersion: v1
kind: ConfigMap
metadata: {name: beside}
`;

export const HEAD = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: payments
  namespace: shop
spec:
  project: default
  destination: {namespace: shop, server: https://kubernetes.default.svc}
`;

export const SET = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: payments, namespace: shop}
spec:
  generators:
  - list: {elements: [{name: a}]}
  template:
    metadata: {name: 'payments-{{name}}'}
    spec:
      project: shop
      source:
        chart: payments
        repoURL: ghcr.io/acme/charts
        targetRevision: 1.8.0+build.5
      destination: {name: '{{name}}', namespace: shop}
`;

export const RELEASE = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: payments
  namespace: shop
spec:
  interval: 5m
  chart:
    spec:
      chart: payments
      version: 1.8.0+build.5 # until the migration
      sourceRef:
        kind: HelmRepository
        name: acme
  # what we set
  values:
    replicas: 3
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: acme
  namespace: shop
spec:
  url: https://charts.acme.dev
`;

export const IDENTITY = `  verify:
    provider: cosign
    # One identity, anchored at both ends: without it, a signature by anybody will do.
    matchOIDCIdentity:
      - issuer: "^https://token\\\\.actions\\\\.githubusercontent\\\\.com$"
        subject: "^(?:(?:https://github\\\\.com/acme/payments/\\\\.github/workflows/release\\\\.yml@refs/tags/v.*)|https://github\\\\.com/acme/payments/\\\\.github/workflows/release\\\\.yml@refs/heads/main)$"
`;

export const SELECTOR = `  layerSelector:
    mediaType: application/vnd.cncf.helm.chart.content.v1.tar+gzip
    operation: copy
`;

export const REPOSITORY = `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: payments
  namespace: shop
spec:
  interval: 10m
  url: oci://ghcr.io/acme/charts/payments
`;

export const REF = `  ref:
    # The digest decides. The tag says which version that is, for people and for Renovate.
    tag: 1.8.0_build.5
    digest: ${DIGEST}
`;

export const CHART = `apiVersion: v2
name: shop
version: 2.0.0
dependencies:
- name: redis
  repository: oci://registry-1.docker.io/bitnamicharts
  version: 20.x
- name: payments # ours
  repository: "https://charts.acme.dev"
  version: 1.8.0+build.5
  condition: payments.enabled
`;
