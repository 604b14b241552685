import type {
  GeneratedText,
  SnippetGenerator,
  SnippetInput,
} from '../../types';
import { cannotDo, ciNotes } from '../ciNotes';
import {
  pipelineFile,
  variables,
  VARIABLE_NOTES,
  CiSettings,
} from '../scripts';
import { ciOptions, settingsOf, whyUnavailable } from '../settingsOf';
import { commentLines, indented, variableLines } from '../yamlLines';
import { jobLines } from './jobs';
import { registryAccess } from './login';

/** What GitHub says of the run; by variables, so that no text of a tag or branch becomes part of a script. */
const RUN_VARIABLES = {
  RELEASE_TAG: '${{ github.ref_name }}',
  RELEASE_REF: '${{ github.ref }}',
  RELEASE_COMMIT: '${{ github.sha }}',
  RELEASE_SOURCE: '${{ github.server_url }}/${{ github.repository }}',
  RELEASE_BUILDER: '${{ github.server_url }}/${{ github.workflow_ref }}',
  RELEASE_RUN:
    '${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}/attempts/${{ github.run_attempt }}',
};

/**
 * A release workflow of GitHub Actions.
 *
 * @internal
 */
export const githubActions: SnippetGenerator = {
  id: 'github-actions',
  group: 'publish',
  title: 'GitHub Actions',
  options: input => ciOptions('github', input),
  unavailable: input => whyUnavailable('github', input),
  generate,
};

function generate(
  input: SnippetInput,
  options: Readonly<Record<string, string>>,
): GeneratedText {
  const settings = settingsOf('github', input, options);
  return {
    files: [
      {
        path: pipelineFile(settings),
        language: 'yaml',
        text: `${workflow(settings).join('\n')}\n`,
      },
    ],
    guarantees:
      'What is promoted was signed by this workflow, by digest, and verified as the policy says on a machine that can write nothing.',
    cannot: cannotDo(settings),
    notes: ciNotes(settings, needs(settings)),
    links: [
      {
        title: 'GitHub: security hardening of workflows',
        href: 'https://docs.github.com/en/actions/reference/security/secure-use',
      },
    ],
  };
}

function workflow(settings: CiSettings): string[] {
  const { place } = settings;
  return [
    ...commentLines([
      `Releases ${place.repository}: package, lint, push, sign by digest, attest; then verify on a clean machine, ask, promote.`,
    ]),
    'name: Release the chart',
    '',
    ...trigger(settings),
    '',
    '# Each job is given what it needs, and nothing else.',
    'permissions: {}',
    '',
    'concurrency:',
    `  group: release-${place.name}`,
    '  # A release that was begun is finished: half of one is a chart without a signature.',
    '  cancel-in-progress: false',
    '',
    'defaults:',
    '  run:',
    '    # Written out, GitHub runs it with -eo pipefail.',
    '    shell: bash',
    '',
    'env:',
    ...indented(variableLines(variables(settings), VARIABLE_NOTES), 2),
    ...Object.entries(RUN_VARIABLES).map(
      ([name, expression]) => `  ${name}: ${expression}`,
    ),
    '',
    'jobs:',
    ...indented(jobLines(settings), 2),
  ];
}

function trigger({ plan }: CiSettings): string[] {
  if (plan.trigger === 'workflow_dispatch') {
    return ['on: workflow_dispatch'];
  }
  if (plan.trigger === 'release') {
    return ['on:', '  release:', '    types: [published]'];
  }
  const ref = plan.identity?.ref ?? { kind: 'tag', prefix: 'v' };
  return [
    '# Only what the policy lets sign starts it; never a pull request.',
    'on:',
    '  push:',
    ...(ref.kind === 'branch'
      ? ['    branches:', `      - '${ref.branch}'`]
      : [
          '    tags:',
          `      - '${globText(ref.only ?? ref.prefix)}${
            ref.only === undefined ? '[0-9]*' : ''
          }'`,
        ]),
  ];
}

/** `+` repeats in GitHub's patterns. */
function globText(text: string): string {
  return text.replaceAll('+', '\\+');
}

function needs(settings: CiSettings): string[] {
  return [
    ...registryAccess(settings, 'publish').needs,
    ...registryAccess(settings, 'read').needs,
    ...(settings.plan.demands.some(({ kind }) => kind === 'key')
      ? [
          'the secrets COSIGN_PRIVATE_KEY and COSIGN_PASSWORD: the key that the policy asks for',
        ]
      : []),
    ...(settings.environment === null
      ? []
      : [
          'the secret CHART_PROVENANCE_TOKEN: a token of Backstage for external callers, with the permission chart-provenance.gate.check',
        ]),
    ...(settings.promote === 'pull-request'
      ? [
          'the variables DEPLOY_REPOSITORY and DEPLOY_FILE and the secret DEPLOY_TOKEN (contents and pull requests of that repository, write)',
        ]
      : []),
    ...legacyNeeds(settings),
  ];
}

function legacyNeeds({ legacy }: CiSettings): string[] {
  switch (legacy?.server) {
    case 'chartmuseum':
      return ['the variable LEGACY_USER and the secret LEGACY_PASSWORD'];
    case 's3':
      return ['the variables LEGACY_BUCKET, LEGACY_REGION and AWS_LEGACY_ROLE'];
    case 'gcs':
      return [
        'the variables LEGACY_BUCKET, GCP_WORKLOAD_IDENTITY_PROVIDER and GCP_LEGACY_ACCOUNT',
      ];
    default:
      return [];
  }
}
