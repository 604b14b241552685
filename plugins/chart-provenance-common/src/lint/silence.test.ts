import { lintText } from '.';

const DIGEST = `sha256:${'4f2a'.repeat(16)}`;
const PUSH = 'helm push payments-1.8.2.tgz';

/** `rule@what` for each finding. */
function found(text: string, filename?: string): string[] {
  return lintText({ text, filename }).findings.map(
    ({ rule, start, end }) => `${rule}@${text.slice(start.offset, end.offset)}`,
  );
}

const flux = (kind: string, spec: string) =>
  `apiVersion: source.toolkit.fluxcd.io/v1\nkind: ${kind}\nmetadata: {name: a, namespace: b}\nspec:\n${spec}`;

it.each<(string | undefined)[]>([
  ['a reference', `oci://ghcr.io/acme/charts/payments:1.8.2_b5@${DIGEST}`],
  [
    'a reference to fill in',
    'oci://ghcr.io/YOUR_ORG/charts/<chart>:${VERSION}',
  ],
  ['a container image', 'ghcr.io/acme/payments:1.8.2'],
  ['words', 'Helm and cosign are tools.'],
  ['no text', ''],
  [
    'placeholders',
    'helm push <chart>.tgz oci://<registry>/OWNER/charts\nhelm pull oci://REGISTRY/ORG/CHART --version VERSION',
    'x.sh',
  ],
  [
    'synopses',
    'helm pull [chart URL | repo/chartname] [...] [flags]\ncosign verify [flags]\ncosign verify --help\nhelm push [chart] [remote] [flags]',
    'x.sh',
  ],
  [
    'variables',
    'helm push "$ARCHIVE" "oci://${REGISTRY}/${OWNER,,}"\nhelm upgrade $NAME oci://$REPO:$TAG $ARGS\ncosign verify $FLAGS $REF\ncosign sign --yes "$REPO@$DIGEST"\ncosign sign --yes ${REPO}:${TAG}',
    'x.sh',
  ],
  [
    'http(s) repositories',
    'helm repo add a https://charts.acme.dev/Acme\nhelm install a a/b --version 1.8\nhelm pull https://charts.acme.dev/a-1.0.0.tgz\nhelm install a --repo https://charts.acme.dev a',
    'x.sh',
  ],
  [
    'local charts',
    'helm install a ./charts/a\nhelm template . --set image=ghcr.io/Acme/x:latest\nhelm dependency update charts/a',
    'x.sh',
  ],
  [
    'flags with values',
    'helm upgrade a oci://ghcr.io/acme/a -f https://x/Y.yaml --set a=oci://ghcr.io/Acme --version ">=1.0.0 <2.0.0" --namespace B',
    'x.sh',
  ],
  [
    'comments',
    '# helm repo add a oci://ghcr.io/Acme\necho "helm repo add a oci://x"',
    'x.sh',
  ],
  [
    'a push that is captured well',
    `${PUSH} oci://ghcr.io/acme/charts 2>&1 | tee x\nD=$(${PUSH} oci://ghcr.io/acme/charts 2>&1)\n${PUSH} oci://ghcr.io/acme/charts |& tee x\n${PUSH} oci://ghcr.io/acme/charts &> x\n${PUSH} oci://ghcr.io/acme/charts > /dev/null`,
    'x.sh',
  ],
  [
    'a push with a slash at its end',
    `${PUSH} oci://ghcr.io/acme/charts/`,
    'x.sh',
  ],
  [
    'an owner named as the chart',
    'helm push karpenter-1.0.0.tgz oci://public.ecr.aws/karpenter',
    'x.sh',
  ],
  [
    'a key without the log',
    'cosign verify --key cosign.pub --insecure-ignore-tlog ghcr.io/acme/a:1',
    'x.sh',
  ],
  ['a signed blob', 'cosign sign-blob --yes README.md --bundle x.json', 'x.sh'],
  [
    'what is printed',
    '```console\n$ helm version\nhelm repo add a oci://x\n```\n',
    'a.md',
  ],
  [
    'other languages',
    '```go\nhelm repo add a oci://x\n```\n```diff\n- helm repo add a oci://x\n```\n',
    'a.md',
  ],
  [
    'PowerShell',
    'on: push\njobs: {a: {steps: [{shell: pwsh, run: "helm repo add a oci://x"}]}}',
    '.github/workflows/a.yml',
  ],
  [
    'a native source',
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: {source: {repoURL: "oci://ghcr.io/acme/a", path: ., targetRevision: ${DIGEST}}}`,
    'a.yaml',
  ],
  [
    'an ApplicationSet',
    'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nspec: {template: {spec: {source: {repoURL: "{{registry}}/Acme", chart: "{{name}}", targetRevision: "{{version}}"}}}}',
    'a.yaml',
  ],
  [
    'a source of manifests',
    flux(
      'OCIRepository',
      '  url: oci://ghcr.io/acme/manifests/a\n  ref: {tag: latest}',
    ),
    'a.yaml',
  ],
  [
    'substitution by Flux',
    flux('HelmRepository', '  url: ${REGISTRY}\n  type: oci'),
    'a.yaml',
  ],
  [
    'what an alias brings',
    'x: &x {type: oci}\napiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nspec:\n  <<: *x\n  url: oci://ghcr.io/acme',
    'a.yaml',
  ],
  [
    'dependencies',
    'apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n  - {name: a, version: ">=1 <2", repository: "oci://ghcr.io/acme"}\n  - {name: b, version: 1.x.x, repository: "@acme"}\n  - {name: c, version: "*", repository: "file://../c"}\n  - {name: karpenter, version: v1.0.0, repository: "oci://public.ecr.aws/karpenter"}\n',
    'Chart.yaml',
  ],
  [
    'a lock',
    `dependencies:\n- name: a\n  repository: oci://ghcr.io/Acme\n  version: 1.0.0\ndigest: ${DIGEST}\n`,
    'Chart.lock',
  ],
  [
    'an expression that is open at its ends',
    "cosign verify --certificate-identity-regexp '^https://github\\.com/acme/.*' --certificate-oidc-issuer x ghcr.io/acme/a",
    'x.sh',
  ],
  [
    'an anchored policy',
    'apiVersion: policy.sigstore.dev/v1beta1\nkind: ClusterImagePolicy\nspec: {authorities: [{keyless: {identities: [{issuer: a, subjectRegExp: ^a$}]}}, {key: {data: x}}]}',
    'a.yaml',
  ],
  [
    'Terraform',
    'resource "helm_release" "a" {\n  repository = "oci://${var.registry}/charts"\n  chart = "a"\n  version = var.version\n  set { name = "Repository" }\n}\nresource "helm_release" "b" {\n  repository = "https://charts.acme.dev"\n  chart = "b"\n  version = "1.2"\n}',
    'main.tf',
  ],
])('is silent on %s', (...[, text = '', filename]) => {
  expect(found(text, filename)).toEqual([]);
});
