import { yamlText } from '../../words';
import {
  attestProvenanceStep,
  attestSbomStep,
  CiSettings,
  CiStep,
  gateStep,
  guardStep,
  legacyStep,
  lintStep,
  packageStep,
  publishedStep,
  pullRequestStep,
  pullStep,
  pushStep,
  sbomStep,
  signStep,
  tagStep,
  verifyAttestationsStep,
  verifyStep,
} from '../scripts';
import { commentLines, indented } from '../yamlLines';
import { gitlabAccess } from './login';
import { toolsStep } from './toolsStep';

interface Job {
  id: string;
  why: string[];
  needs?: string[];
  idTokens: Record<string, string>;
  extra?: string[];
  steps: CiStep[];
}

/**
 * The jobs, as lines.
 *
 * @internal
 */
export function gitlabJobLines(settings: CiSettings): string[] {
  return [
    publishJob(settings),
    verifyJob(settings),
    ...(settings.environment === null ? [] : [gateJob(settings)]),
    ...(settings.legacy === null ? [] : [legacyJob(settings)]),
    ...(settings.promote === 'none' ? [] : [promoteJob(settings)]),
  ].flatMap(job => ['', ...linesOf(job)]);
}

function linesOf(job: Job): string[] {
  const tokens = Object.entries(job.idTokens);
  return [
    ...commentLines(job.why),
    `${job.id}-chart:`,
    ...indented(
      [
        `stage: ${job.id}`,
        ...(job.needs === undefined
          ? []
          : ['needs:', ...job.needs.map(one => `  - ${one}-chart`)]),
        ...(tokens.length === 0
          ? []
          : [
              'id_tokens:',
              ...tokens.flatMap(([name, audience]) => [
                `  ${name}:`,
                `    aud: ${yamlText(audience)}`,
              ]),
            ]),
        ...(job.extra ?? []),
        'script:',
        ...indented(job.steps.flatMap(stepLines), 2),
      ],
      2,
    ),
  ];
}

function stepLines({ name, why, script }: CiStep): string[] {
  return [...commentLines([`${name}.`, ...why]), '- |', ...indented(script, 2)];
}

function publishJob(settings: CiSettings): Job {
  const access = gitlabAccess(settings, 'publish');
  const keyless = settings.plan.root !== null;
  return {
    id: 'publish',
    why: ['The only job with a token to sign with.'],
    idTokens: {
      ...(keyless ? { SIGSTORE_ID_TOKEN: 'sigstore' } : {}),
      ...access.idTokens,
    },
    extra: [
      '# A release that was begun is finished; two never run at once.',
      'interruptible: false',
      `resource_group: release-${settings.place.name}`,
      'artifacts:',
      '  # What the next jobs are handed: names of what was published, as variables, and no files.',
      '  reports:',
      '    dotenv: release/names.env',
    ],
    steps: [
      toolsStep(settings, access.packages),
      guardStep(settings),
      lintStep(settings),
      packageStep(settings),
      access.step,
      publishedStep(settings),
      pushStep(settings),
      signStep(settings),
      sbomStep(),
      attestSbomStep(settings),
      attestProvenanceStep(settings),
      {
        name: 'Name what was published',
        why: [],
        script: [
          '{',
          '  echo "CHART_VERSION=$(cat release/version)"',
          '  echo "CHART_DIGEST=$(cat release/digest)"',
          '  echo "ARCHIVE_SHA256=$(cat release/archive-sha256)"',
          '} >release/names.env',
        ],
      },
    ],
  };
}

/** No files of the repository either: what is verified is what is in the registry. */
const CLEAN = ['variables:', '  GIT_STRATEGY: none'];

function verifyJob(settings: CiSettings): Job {
  const access = gitlabAccess(settings, 'read');
  return {
    id: 'verify',
    why: [
      'A machine of its own, without a token to sign with: what a consumer would see.',
    ],
    needs: ['publish'],
    idTokens: access.idTokens,
    extra: CLEAN,
    steps: [
      toolsStep(settings, access.packages),
      access.step,
      pullStep(settings),
      verifyStep(settings),
      verifyAttestationsStep(settings),
    ],
  };
}

/** A job of its own: what npx fetches must have no token for anything else. */
function gateJob(settings: CiSettings): Job {
  return {
    id: 'gate',
    why: ['A job of its own, for what it runs comes from npm.'],
    needs: ['publish', 'verify'],
    idTokens: {},
    extra: CLEAN,
    steps: [gateStep(settings)],
  };
}

/** What has to say yes before anything goes further. */
function before({ environment }: CiSettings): string[] {
  return ['publish', 'verify', ...(environment === null ? [] : ['gate'])];
}

function legacyJob(settings: CiSettings): Job {
  const access = gitlabAccess(settings, 'read');
  const s3 = settings.legacy?.server === 's3';
  return {
    id: 'legacy',
    why: [
      'After verification: the old place gets nothing the new one would refuse.',
    ],
    needs: before(settings),
    idTokens: {
      ...access.idTokens,
      ...(s3 ? { AWS_LEGACY_TOKEN: 'sts.amazonaws.com' } : {}),
    },
    extra: CLEAN,
    steps: [
      toolsStep(settings, [
        ...new Set([...access.packages, ...(s3 ? ['aws-cli'] : [])]),
      ]),
      access.step,
      pullStep(settings),
      ...(s3
        ? [
            {
              name: 'Log in to the bucket',
              why: [],
              script: [
                `printf '%s' "$AWS_LEGACY_TOKEN" >aws-legacy-token`,
                'export AWS_ROLE_ARN="$AWS_LEGACY_ROLE" AWS_WEB_IDENTITY_TOKEN_FILE="$PWD/aws-legacy-token"',
              ],
            },
          ]
        : []),
      legacyStep(settings.legacy!),
    ],
  };
}

function promoteJob(settings: CiSettings): Job {
  const why = ['Runs only when everything before it said yes.'];
  const needs = before(settings);
  if (settings.promote === 'tag') {
    const access = gitlabAccess(settings, 'publish');
    return {
      ...{ id: 'promote', why, needs, idTokens: access.idTokens },
      extra: CLEAN,
      steps: [
        toolsStep(settings, ['oras-cli', ...access.packages]),
        access.step,
        tagStep(settings),
      ],
    };
  }
  return {
    ...{ id: 'promote', why, needs, idTokens: {} },
    extra: CLEAN,
    steps: [
      {
        name: 'Fetch the repository that deploys',
        why: ['DEPLOY_TOKEN is for that project, and for nothing else.'],
        script: [
          'apk add --no-cache git',
          'git clone --depth 1 "https://gitlab-ci-token:$DEPLOY_TOKEN@$CI_SERVER_HOST/$DEPLOY_REPOSITORY.git" deploy',
        ],
      },
      pullRequestStep(
        [
          'git push -o merge_request.create -o "merge_request.title=Deploy $CHART_NAME $CHART_VERSION" origin HEAD',
        ],
        [],
      ),
    ],
  };
}
