/**
 * Mistakes to try the checker with.
 *
 * @internal
 */
export const EXAMPLES: readonly {
  title: string;
  filename: string;
  text: string;
}[] = [
  {
    title: 'A push that doubles the name',
    filename: 'release.sh',
    text: `helm package ./payments
helm push payments-1.8.2.tgz oci://ghcr.io/acme/charts/payments
cosign verify oci://ghcr.io/acme/charts/payments:1.8.2
`,
  },
  {
    title: 'An Argo CD application',
    filename: 'application.yaml',
    text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: payments
spec:
  source:
    repoURL: oci://ghcr.io/acme/charts
    chart: payments
    targetRevision: 1.8.x
  destination:
    server: https://kubernetes.default.svc
    namespace: payments
`,
  },
  {
    title: 'A dependency in Chart.yaml',
    filename: 'Chart.yaml',
    text: `apiVersion: v2
name: shop
version: 2.0.0
dependencies:
  - name: payments
    version: 1.80
    repository: oci://ghcr.io/acme/charts/payments
`,
  },
];

/**
 * Kinds of files to choose from, by a name that says which.
 *
 * @internal
 */
export const FILENAMES: readonly [filename: string, words: string][] = [
  ['', 'guess what it is'],
  ['Chart.yaml', 'Chart.yaml'],
  ['application.yaml', 'Kubernetes manifest'],
  ['.github/workflows/release.yml', 'GitHub workflow'],
  ['.gitlab-ci.yml', 'GitLab CI'],
  ['release.sh', 'Shell script'],
  ['helmfile.yaml', 'helmfile'],
  ['main.tf', 'Terraform'],
  ['README.md', 'Markdown'],
];
