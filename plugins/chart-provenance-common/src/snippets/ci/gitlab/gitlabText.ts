import type { GeneratedText, SnippetInput } from '../../types';
import { yamlText } from '../../words';
import { cannotDo, ciNotes } from '../ciNotes';
import {
  CiSettings,
  pipelineFile,
  variables,
  VARIABLE_NOTES,
} from '../scripts';
import { settingsOf } from '../settingsOf';
import { commentLines, indented, variableLines } from '../yamlLines';
import { gitlabJobLines } from './gitlabJobs';
import { gitlabAccess } from './login';

/** What GitLab says of the run. */
const RUN_VARIABLES = {
  RELEASE_TAG: '$CI_COMMIT_TAG',
  RELEASE_COMMIT: '$CI_COMMIT_SHA',
  RELEASE_SOURCE: '$CI_PROJECT_URL',
  RELEASE_RUN: '$CI_JOB_URL',
};

/**
 * Writes the pipeline.
 *
 * @throws SnippetError
 * @internal
 */
export function gitlabText(
  input: SnippetInput,
  options: Readonly<Record<string, string>>,
): GeneratedText {
  const settings = settingsOf('gitlab', input, options);
  return {
    files: [
      {
        path: pipelineFile(settings),
        language: 'yaml',
        text: `${pipeline(settings).join('\n')}\n`,
      },
    ],
    guarantees:
      'What is promoted was signed by this pipeline, by digest, and verified as the policy says in a job that has no token to sign with.',
    cannot: [
      'GitLab hands every variable of the project to every job, and so to what the gate job fetches from npm, unless a variable is scoped to an environment that one job names: scope the passwords and keys so, or run the gate in a project of its own.',
      "GitLab's job token has the same rights in every job: the verifying job could push to the registry of its own project.",
      ...cannotDo(settings),
    ],
    notes: ciNotes(settings, needs(settings)),
    links: [
      {
        title: 'GitLab: keyless signing with Sigstore',
        href: 'https://docs.gitlab.com/ci/yaml/signing_examples/',
      },
    ],
  };
}

function pipeline(settings: CiSettings): string[] {
  const { place, plan, environment, legacy, promote } = settings;
  const ref = plan.identity?.ref ?? { kind: 'tag' as const, prefix: 'v' };
  const fullRef =
    ref.kind === 'branch'
      ? 'refs/heads/$CI_COMMIT_BRANCH'
      : 'refs/tags/$CI_COMMIT_TAG';
  const runVariables = {
    ...RUN_VARIABLES,
    RELEASE_REF: fullRef,
    RELEASE_BUILDER: `$CI_SERVER_URL/$CI_PROJECT_PATH//$CI_CONFIG_PATH@${fullRef}`,
  };
  return [
    ...commentLines([
      `Releases ${place.repository}: package, lint, push, sign by digest, attest; then verify in a clean job, ask, promote.`,
    ]),
    'stages:',
    ...[
      'publish',
      'verify',
      ...(environment === null ? [] : ['gate']),
      ...(legacy === null ? [] : ['legacy']),
      ...(promote === 'none' ? [] : ['promote']),
    ].map(stage => `  - ${stage}`),
    '',
    '# Only what the policy lets sign starts it; never a merge request.',
    'workflow:',
    '  rules:',
    `    - if: ${yamlText(ruleOf(ref))}`,
    '',
    'default:',
    '  # Pin it by digest, or take an image of your own with the tools in it.',
    '  image: node:24-alpine',
    '  timeout: 20 minutes',
    '',
    'variables:',
    ...indented(variableLines(variables(settings), VARIABLE_NOTES), 2),
    ...Object.entries(runVariables).map(
      ([name, value]) => `  ${name}: ${yamlText(value)}`,
    ),
    ...gitlabJobLines(settings),
  ];
}

/** A branch's or a tag's name holds nothing but word characters, dots, dashes and slashes here. */
function ruleOf(
  ref: NonNullable<CiSettings['plan']['identity']>['ref'],
): string {
  if (ref.kind === 'branch') {
    return `$CI_COMMIT_BRANCH == "${ref.branch}" && $CI_PIPELINE_SOURCE == "push"`;
  }
  return ref.only === undefined
    ? `$CI_COMMIT_TAG =~ /^${ref.prefix.replace(
        /[.+/]/g,
        '\\$&',
      )}[0-9]/ && $CI_PIPELINE_SOURCE == "push"`
    : `$CI_COMMIT_TAG == "${ref.only}" && $CI_PIPELINE_SOURCE == "push"`;
}

function needs(settings: CiSettings): string[] {
  const { plan, environment, promote, legacy } = settings;
  return [
    'tags that only releasers may create (protected tags)',
    ...gitlabAccess(settings, 'publish').needs,
    ...gitlabAccess(settings, 'read').needs,
    ...(plan.demands.some(({ kind }) => kind === 'key')
      ? [
          'the protected variables COSIGN_PRIVATE_KEY and COSIGN_PASSWORD: the key that the policy asks for',
        ]
      : []),
    ...(environment === null
      ? []
      : [
          'the protected, masked variable CHART_PROVENANCE_TOKEN: a token of Backstage for external callers, with the permission chart-provenance.gate.check',
        ]),
    ...(promote === 'pull-request'
      ? [
          'the variables DEPLOY_REPOSITORY and DEPLOY_FILE, and the protected, masked variable DEPLOY_TOKEN (write to that project alone)',
        ]
      : []),
    ...(legacy?.server === 'chartmuseum'
      ? [
          'the variable LEGACY_USER and the protected, masked variable LEGACY_PASSWORD',
        ]
      : []),
    ...(legacy?.server === 's3'
      ? ['the variables LEGACY_BUCKET and AWS_LEGACY_ROLE']
      : []),
  ];
}
