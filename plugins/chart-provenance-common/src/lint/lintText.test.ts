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

it.each<[string, string, string | undefined, string[]]>([
  [
    'a reference',
    'oci://ghcr.io/Acme/charts/Payments:1',
    undefined,
    ['uppercase-repository@Acme/charts/Payments'],
  ],
  [
    'a reference with + in its tag',
    'oci://ghcr.io/a/b:1.0.0+b',
    undefined,
    ['plus-in-tag@1.0.0+b'],
  ],
  [
    'a quoted word',
    `helm pull "oci://ghcr.io/a/b:1.0.0+b5"`,
    'x.sh',
    ['plus-in-tag@:1.0.0+b5'],
  ],
  [
    'a line that goes on',
    `helm upgrade x \\\n  oci://ghcr.io/a/b \\\n  --version 1.0.0_b`,
    'x.sh',
    ['underscore-in-version@1.0.0_b'],
  ],
  [
    'a flag with =',
    `helm template x oci://ghcr.io/a/b --version=${DIGEST}`,
    'x.sh',
    [`digest-as-version@ --version=${DIGEST}`],
  ],
  [
    'a command inside another',
    `D=$(${PUSH} oci://ghcr.io/A/charts | awk '/Digest/')`,
    'x.sh',
    ['uppercase-repository@A', 'push-output-not-captured@'],
  ],
  [
    'backquotes',
    `D=\`${PUSH} oci://ghcr.io/a/charts\``,
    'x.sh',
    ['push-output-not-captured@'],
  ],
  [
    'a Dockerfile',
    'FROM alpine\nRUN helm repo add a oci://ghcr.io/a/charts && true',
    'Dockerfile',
    ['repo-add-oci@oci://ghcr.io/a/charts'],
  ],
  [
    'a Makefile',
    'push:\n\t@helm push ./payments oci://ghcr.io/acme/charts',
    'Makefile',
    ['push-directory@./payments'],
  ],
  [
    'sudo and variables in front',
    'FOO=1 sudo -E helm repo add a oci://ghcr.io/a',
    'x.sh',
    ['repo-add-oci@oci://ghcr.io/a'],
  ],
  [
    'only a part of what is filled in',
    'helm pull oci://ghcr.io/$OWNER/Charts/payments',
    'x.sh',
    ['uppercase-repository@Charts'],
  ],
  [
    'a login with a variable',
    'helm registry login https://$REGISTRY -u a',
    'x.sh',
    ['login-not-a-host@https://'],
  ],
  [
    'a push to host and port',
    `${PUSH} localhost:5000/charts`,
    'x.sh',
    ['scheme-missing@localhost:5000'],
  ],
  [
    'Markdown',
    'Run `helm repo add a oci://ghcr.io/a` first.\n\n1. so\n   ```console\n   $ helm pull oci://ghcr.io/A/b\n   Error: helm pull oci://ghcr.io/A/b\n   ```\n',
    'README.md',
    ['repo-add-oci@oci://ghcr.io/a', 'uppercase-repository@A'],
  ],
  [
    'YAML in Markdown',
    `\`\`\`yaml
kind: x
\`\`\`

~~~yaml
${flux('HelmRepository', '  url: oci://ghcr.io/acme')}
~~~`,
    'README.md',
    ['helm-repository-type@oci://ghcr.io/acme'],
  ],
  [
    'GitLab',
    'publish:\n  script:\n    - helm package .\n    - |\n      helm push payments-1.8.2.tgz \\\n        oci://ghcr.io/acme/charts:1.8.2\n',
    '.gitlab-ci.yml',
    ['push-with-tag@:1.8.2'],
  ],
  [
    'a composite action',
    'runs:\n  using: composite\n  steps:\n    - shell: bash\n      run: "helm repo add a oci://ghcr.io/a"\n',
    'action.yml',
    ['repo-add-oci@oci://ghcr.io/a'],
  ],
  [
    'the second of several documents',
    `kind: x\n---\n${flux(
      'OCIRepository',
      '  url: "oci://ghcr.io/Acme/charts/a"',
    )}\n--- \n`,
    'a.yaml',
    ['uppercase-repository@Acme'],
  ],
  [
    'a document beside one that is none',
    `a: [helm\n---\n${flux(
      'OCIRepository',
      '  url: oci://ghcr.io/a/b@sha256:abc',
    )}`,
    'a.yaml',
    ['reference-in-url@@sha256:abc'],
  ],
  [
    'a list',
    'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: argoproj.io/v1alpha1\n    kind: Application\n    spec:\n      sources:\n        - {repoURL: ghcr.io/acme, chart: a, targetRevision: 1.0.0_b}\n',
    'a.yaml',
    ['underscore-in-version@1.0.0_b'],
  ],
  [
    'JSON',
    '{"apiVersion": "source.toolkit.fluxcd.io/v1", "kind": "HelmRepository", "spec": {"url": "oci://ghcr.io/Acme", "type": "oci"}}',
    'a.json',
    ['uppercase-repository@Acme'],
  ],
  [
    'a template of Helm',
    'metadata:\n  {{- if .Values.x }}\n  url: oci://ghcr.io/Acme/x\n  {{- end }}\n  other: oci://{{ .Values.registry }}/Acme\n',
    'templates/a.yaml',
    ['uppercase-repository@Acme', 'uppercase-repository@Acme'],
  ],
  [
    'a helmfile',
    'repositories:\n  - {name: acme, url: ghcr.io/acme/charts, oci: true}\nreleases:\n  - {name: a, chart: acme/payments, version: 1.8.2_b5}\n  - {name: b, chart: "oci://ghcr.io/Acme/b", version: 1.8.2}\n',
    'helmfile.yaml',
    ['underscore-in-version@1.8.2_b5', 'uppercase-repository@Acme'],
  ],
  [
    'Terraform',
    'resource "helm_release" "a" {\n  repository = "oci://ghcr.io/acme/charts/a"\n  chart      = "a"\n  version    = "1.0.0_b"\n}\n',
    'main.tf',
    ['chart-name-repeated@a', 'underscore-in-version@1.0.0_b'],
  ],
  [
    'k3s',
    'apiVersion: helm.cattle.io/v1\nkind: HelmChart\nspec: {chart: "oci://ghcr.io/Acme/a", version: 1.0.0_b}\n',
    'a.yaml',
    ['uppercase-repository@Acme', 'underscore-in-version@1.0.0_b'],
  ],
  [
    'Kyverno',
    `apiVersion: policies.kyverno.io/v1\nkind: ImageValidatingPolicy\nspec:\n  attestors:\n    - cosign: {keyless: {identities: [{subjectRegExp: "https://github.com/acme/x"}]}}\n`,
    'a.yaml',
    ['identity-unanchored@https://github.com/acme/x'],
  ],
  [
    'what is asked of cosign in a variable',
    'cosign verify "$IMAGE"',
    'x.sh',
    ['cosign-identity-missing@cosign verify "$IMAGE"'],
  ],
])('looks into %s', (_, text, filename, expected) => {
  expect(found(text, filename)).toEqual(expected);
});

it('says where, what, what is printed, and makes what is certain', () => {
  const text =
    'publish:\n  script:\n    - helm registry login oci://ghcr.io\r\n';
  const report = lintText({ text, filename: '.gitlab-ci.yml' });
  expect(report).toEqual({
    kind: 'ci',
    language: 'yaml',
    cut: false,
    unread: [],
    corrected: text.replace('oci://', ''),
    findings: [
      {
        rule: 'login-not-a-host',
        severity: 'error',
        start: { line: 3, column: 27, offset: 45 },
        end: { line: 3, column: 40, offset: 58 },
        message: expect.stringContaining('A login takes a host'),
        tool: {
          name: 'helm',
          prints: 'invalid reference: invalid registry "oci://ghcr.io"',
        },
        fix: expect.any(String),
        correction: 'ghcr.io',
        anchor: '#login-not-a-host',
      },
    ],
  });
});

it('says what it did not read', () => {
  expect(lintText({ text: `a: ${'['.repeat(100)}helm` }).unread).toEqual([
    expect.stringMatching(/^From line 1: It is nested/),
  ]);
  expect(
    lintText({ text: 'é'.repeat(140_000), filename: 'a.md' }),
  ).toMatchObject({
    findings: [],
    unread: [expect.stringContaining('longer than 262144 bytes')],
  });
});

it('cuts what is endless', () => {
  const { findings, cut } = lintText({
    text: 'helm repo add a oci://b\n'.repeat(501),
  });
  expect(findings).toHaveLength(500);
  expect(cut).toBe(true);
});
