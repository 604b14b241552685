/** A GitOps repository as companies have them: two clusters, a chart of its own, and much that is nobody's business. */
export const GITOPS_TREE: Record<string, string> = {
  'README.md': '# gitops\n',
  'clusters/prod/sources.yaml': `---
# Where charts come from
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: acme
  namespace: flux-system
spec:
  type: oci
  interval: 5m
  url: oci://ghcr.io/acme/charts
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: ledger
  namespace: shop
spec:
  interval: 5m
  url: oci://ghcr.io/acme/charts/ledger
  ref:
    digest: sha256:${'a'.repeat(64)}
  layerSelector:
    mediaType: application/vnd.cncf.helm.chart.content.v1.tar+gzip
    operation: copy
  verify:
    provider: cosign
    matchOIDCIdentity:
      - issuer: ^https://token\\.actions\\.githubusercontent\\.com$
        subject: ^https://github\\.com/acme/ledger/\\.github/workflows/release\\.yml@refs/tags/v.*$
`,
  'clusters/prod/apps/payments.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: payments
  namespace: shop
spec:
  interval: 5m
  chart:
    spec:
      chart: payments
      version: 1.8.2
      sourceRef:
        kind: HelmRepository
        name: acme
        namespace: flux-system
  values:
    banner: |
      a text with
      --- inside of a line
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: broken
spec: {"not closed: [
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: ledger
  namespace: shop
spec:
  interval: 5m
  chartRef:
    kind: OCIRepository
    name: ledger
`,
  'argocd/apps.yml': `apiVersion: v1
kind: List
items:
  - apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: search, namespace: argocd}
    spec:
      project: default
      destination: {name: prod-eu, namespace: search}
      source: &source
        repoURL: https://charts.acme.dev
        chart: search
        targetRevision: 3.1.0
  - apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: search-next, namespace: argocd}
    spec:
      project: default
      destination: {name: prod-eu, namespace: search}
      source:
        <<: *source
        targetRevision: 3.2.0
`,
  'charts/shop/Chart.yaml': `apiVersion: v2
name: shop
version: 1.0.0
dependencies:
  - name: library
    version: ^1.2.0
    repository: oci://ghcr.io/acme/charts
  - name: local
    version: 1.0.0
    repository: file://../local
`,
  'charts/shop/Chart.lock': `dependencies:
- name: library
  repository: oci://ghcr.io/acme/charts
  version: 1.4.1
- name: local
  repository: file://../local
  version: 1.0.0
digest: sha256:${'b'.repeat(64)}
generated: "2026-11-01T10:00:00.000000000Z"
`,
  'charts/shop/charts/vendored/Chart.yaml': `apiVersion: v2
name: vendored
version: 1.0.0
dependencies:
  - {name: common, version: 2.x.x, repository: "https://charts.bitnami.example"}
`,
  'charts/shop/templates/app.yaml': `{{- if .Values.enabled }}
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: {{ .Release.Name }}
{{- end }}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: inner
spec:
  source:
    repoURL: {{ .Values.repo }}
    chart: "inner"
`,
  'monitoring/dashboard.yaml': 'kind: ConfigMap\ndata: {"this is not: yaml [',
};
