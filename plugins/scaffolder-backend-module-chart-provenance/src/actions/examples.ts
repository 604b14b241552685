import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function example(
  description: string,
  action: string,
  input: object,
): TemplateExample {
  return {
    description,
    example: stringify({
      steps: [{ id: action.split(':')[1], name: description, action, input }],
    }),
  };
}

const chart = {
  entityRef: '${{ parameters.component }}',
  chart: '${{ parameters.chart }}',
};

/** Of `chart-provenance:generate`. */
export const generateExamples = [
  example(
    'Write the release workflow of a chart',
    'chart-provenance:generate',
    { ...chart, snippet: 'github-actions' },
  ),
  example(
    'Write an Argo CD Application that pins the newest verified version',
    'chart-provenance:generate',
    { ...chart, snippet: 'argocd-oci', into: 'apps' },
  ),
];

/** Of `chart-provenance:lint`. */
export const lintExamples = [
  example('Check a manifest', 'chart-provenance:lint', {
    paths: ['apps/payments.yaml'],
    failOn: 'warning',
  }),
];

/** Of `chart-provenance:wait-for-verdict`. */
export const waitExamples = [
  example('Wait until it is verified', 'chart-provenance:wait-for-verdict', {
    ...chart,
    version: '1.8.2',
    timeoutSeconds: 300,
  }),
];

/** Of `chart-provenance:gate`. */
export const gateExamples = [
  example('Ask the gate', 'chart-provenance:gate', {
    reference: 'oci://ghcr.io/acme/charts/payments:1.8.2',
    environment: 'production',
  }),
];
