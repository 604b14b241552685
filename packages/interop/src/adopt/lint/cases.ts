/** A mistake that a tool is made to make. `HOST` is the registry's, `DIGEST` that of version 1.8.2 there. */
export interface LintCase {
  rule: string;
  /** What is written, and checked. */
  text: string;
  /** Where it is written; a script unless told. */
  filename?: string;
  /** What is run, where that is not what is written. */
  run?: string;
  /** The tool does as it is told, so nothing but its words shows the mistake. */
  succeeds?: boolean;
  /** Only this Helm is known to say so. */
  only?: 'helm';
  /** The corrected text is run as well, and must succeed. */
  corrected?: boolean;
}

const REPOSITORY = 'oci://HOST/acme/charts';
const CHART = `${REPOSITORY}/payments`;
const PUSH = 'helm push payments-1.8.2.tgz';
const ZEROES = `sha256:${'0'.repeat(64)}`;
const dependency = (
  repository: string,
  version = '1.8.2',
  name = 'payments',
  key = 'repository',
) =>
  `apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: ${name}\n    ${key}: ${repository}\n    version: ${version}\n`;
const inChart = (
  rule: string,
  text: string,
  more: Partial<LintCase> = {},
): LintCase => ({
  rule,
  text,
  filename: 'Chart.yaml',
  run: 'helm dependency update .',
  ...more,
});

/** Mistakes with Helm. */
export const HELM_CASES: readonly LintCase[] = [
  {
    rule: 'push-with-tag',
    text: `${PUSH} ${REPOSITORY}:1.8.2`,
    corrected: true,
  },
  { rule: 'push-with-tag', text: `${PUSH} ${CHART}:1.8.2`, corrected: true },
  {
    rule: 'push-with-tag',
    text: `${PUSH} ${REPOSITORY}@${ZEROES}`,
    corrected: true,
  },
  { rule: 'push-directory', text: `helm push ./payments ${REPOSITORY}` },
  { rule: 'push-version-flag', text: `${PUSH} ${REPOSITORY} --version 1.8.2` },
  {
    rule: 'uppercase-repository',
    text: `${PUSH} oci://HOST/Acme/charts`,
    corrected: true,
  },
  {
    rule: 'uppercase-repository',
    text: 'helm pull oci://HOST/Acme/Charts/payments --version 1.8.2',
    corrected: true,
  },
  {
    rule: 'uppercase-repository',
    text: 'helm template x oci://HOST/acme/charts/Payments --version 1.8.2',
    corrected: true,
  },
  {
    rule: 'trailing-slash',
    text: `helm pull ${CHART}/ --version 1.8.2`,
    corrected: true,
  },
  {
    rule: 'empty-segment',
    text: 'helm pull oci://HOST/acme//charts/payments --version 1.8.2',
    corrected: true,
  },
  {
    rule: 'underscore-in-version',
    text: `helm pull ${CHART} --version 1.8.3_b5`,
    corrected: true,
  },
  {
    rule: 'underscore-in-version',
    text: `helm show chart ${CHART}:1.8.3_b5`,
    corrected: true,
  },
  { rule: 'plus-in-tag', text: `helm pull ${CHART}:1.8.3+b5`, corrected: true },
  {
    rule: 'digest-as-version',
    text: `helm pull ${CHART} --version DIGEST`,
    corrected: true,
  },
  {
    rule: 'digest-as-version',
    text: `helm template x ${CHART} --version=DIGEST`,
    corrected: true,
  },
  { rule: 'tag-is-no-version', text: `helm pull ${CHART}:latest` },
  { rule: 'tag-is-no-version', text: `helm pull ${CHART} --version latest` },
  {
    rule: 'version-mismatch',
    text: `helm pull ${CHART}:1.8.2 --version 1.8.3+b5`,
  },
  { rule: 'shortened-version', text: `helm pull ${CHART} --version 1.8` },
  { rule: 'digest-malformed', text: `helm pull ${CHART}@sha256:4f2a` },
  { rule: 'verify-with-digest', text: `helm pull --verify ${CHART}@DIGEST` },
  {
    rule: 'scheme-missing',
    text: 'helm pull ghcr.io/acme/charts/payments --version 1.8.2',
  },
  {
    rule: 'scheme-doubled',
    text: `helm pull https://${CHART} --version 1.8.2`,
    corrected: true,
  },
  { rule: 'repo-add-oci', text: `helm repo add acme ${REPOSITORY}` },
  {
    rule: 'repo-flag-oci',
    text: `helm pull payments --repo ${REPOSITORY} --version 1.8.2`,
    corrected: true,
  },
  {
    rule: 'login-not-a-host',
    text: 'helm registry login https://HOST -u a -p b',
    only: 'helm',
    corrected: true,
  },
  {
    rule: 'login-not-a-host',
    text: 'helm registry login HOST/acme -u a -p b',
    only: 'helm',
    corrected: true,
  },
  {
    rule: 'plain-http-and-skip-tls',
    text: `helm pull ${CHART} --version 1.8.2 --plain-http --insecure-skip-tls-verify`,
  },
  inChart('trailing-slash', dependency(`${REPOSITORY}/`), { corrected: true }),
  inChart('chart-name-repeated', dependency(CHART)),
  inChart('uppercase-repository', dependency('oci://HOST/Acme/charts'), {
    corrected: true,
  }),
  inChart('underscore-in-version', dependency(REPOSITORY, '1.8.3_b5'), {
    corrected: true,
  }),
  inChart('digest-as-version', dependency(REPOSITORY, ZEROES)),
  inChart('tag-is-no-version', dependency(REPOSITORY, 'latest')),
  inChart('shortened-version', dependency(REPOSITORY, '"1.8"')),
  inChart(
    'dependency-url',
    dependency(REPOSITORY, '1.8.2', 'payments', 'url'),
    { corrected: true },
  ),
  inChart(
    'dependency-name-path',
    dependency('oci://HOST/acme', '1.8.2', 'charts/payments'),
    {
      run: 'helm dependency update . >/dev/null && helm template .',
    },
  ),
  // The last: after it there is a chart one level deeper, which others would find.
  { rule: 'push-with-chart-name', text: `${PUSH} ${CHART}`, succeeds: true },
];

/** Mistakes with cosign. */
export const COSIGN_CASES: readonly LintCase[] = [
  {
    rule: 'cosign-scheme',
    text: `cosign verify --key cosign.pub ${CHART}@DIGEST`,
    corrected: true,
  },
  {
    rule: 'uppercase-repository',
    text: 'cosign verify --key cosign.pub HOST/Acme/charts/payments@DIGEST',
    corrected: true,
  },
  {
    rule: 'plus-in-tag',
    text: 'cosign verify --key cosign.pub HOST/acme/charts/payments:1.8.3+b5',
    corrected: true,
  },
  {
    rule: 'digest-malformed',
    text: 'cosign verify --key cosign.pub HOST/acme/charts/payments@sha256:4f2a',
  },
  {
    rule: 'cosign-identity-missing',
    text: 'cosign verify HOST/acme/charts/payments@DIGEST',
  },
  {
    rule: 'cosign-issuer-missing',
    text: 'cosign verify --certificate-identity a HOST/acme/charts/payments@DIGEST',
  },
  {
    rule: 'cosign-key-and-identity',
    text: 'cosign verify --key cosign.pub --certificate-identity a --certificate-oidc-issuer b HOST/acme/charts/payments@DIGEST',
  },
  {
    rule: 'cosign-ignore-tlog',
    text: 'cosign verify --insecure-ignore-tlog --certificate-identity a --certificate-oidc-issuer b HOST/acme/charts/payments@DIGEST',
  },
  {
    rule: 'cosign-by-tag',
    text: 'cosign sign --key cosign.key --yes HOST/acme/charts/payments:1.8.2',
    succeeds: true,
  },
];
