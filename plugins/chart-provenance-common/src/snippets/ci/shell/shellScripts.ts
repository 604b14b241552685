import type {
  GeneratedText,
  SnippetGenerator,
  SnippetInput,
} from '../../types';
import { shellQuote } from '../../../commands/shellQuote';
import { cannotDo, ciNotes } from '../ciNotes';
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
  pullStep,
  pushStep,
  sbomStep,
  signStep,
  tagStep,
  variables,
  VARIABLE_NOTES,
  verifyAttestationsStep,
  verifyStep,
} from '../scripts';
import { ciOptions, settingsOf, whyUnavailable } from '../settingsOf';
import { commentLines } from '../yamlLines';

/**
 * Two scripts for any other pipeline: one that publishes, one for a clean machine.
 *
 * @internal
 */
export const shellScripts: SnippetGenerator = {
  id: 'shell',
  group: 'publish',
  title: 'Shell, for any other CI',
  options: input => ciOptions('shell', input),
  unavailable: input => whyUnavailable('shell', input),
  generate,
};

const LOGIN: CiStep = {
  name: 'Log in to the registry',
  why: [
    "One log-in for all: cosign writes Docker's config.json, and Helm reads it too. The verifying machine has an account that can only read.",
  ],
  script: [
    'if [ -n "${REGISTRY_USER:-}" ]; then',
    `  printf '%s' "$REGISTRY_PASSWORD" | cosign login "$CHART_HOST" --username "$REGISTRY_USER" --password-stdin`,
    'fi',
  ],
};

const PUBLISH = [
  'Packages, pushes, signs and attests one release. Run it in a checkout of the release tag.',
  'It writes release/version, release/digest and release/archive-sha256: hand them to verify.sh.',
];
const VERIFY = [
  'Run it on a clean machine that cannot push: verify.sh <version> <digest> <sha256 of the archive>',
];

const RELEASE: CiStep = {
  name: 'What is released',
  why: [],
  script: [
    'RELEASE_TAG=$(git describe --exact-match --tags)',
    'RELEASE_REF=refs/tags/$RELEASE_TAG',
    'RELEASE_COMMIT=$(git rev-parse HEAD)',
    'RELEASE_PIPELINE=publish.sh',
    ': "${RELEASE_SOURCE:?the address of the source repository}" "${RELEASE_BUILDER:?who builds}" "${RELEASE_RUN:?the address of this run}"',
  ],
};

const HANDED_OVER: CiStep = {
  name: 'What is verified',
  why: [],
  script: [
    'CHART_VERSION=${1:?the version}',
    'CHART_DIGEST=${2:?the digest}',
    'ARCHIVE_SHA256=${3:?the sha256 of the archive}',
  ],
};

function generate(
  input: SnippetInput,
  options: Readonly<Record<string, string>>,
): GeneratedText {
  const settings = settingsOf('shell', input, options);
  const environment = variableLines(settings);
  const script = (path: string, about: string[], steps: readonly CiStep[]) => ({
    path,
    language: 'shell' as const,
    text: `${[
      '#!/bin/sh',
      ...commentLines(about),
      'set -eu',
      '',
      ...environment,
      ...steps.flatMap(stepLines),
    ].join('\n')}\n`,
  });
  return {
    files: [
      script('publish.sh', PUBLISH, publishSteps(settings)),
      script('verify.sh', VERIFY, verifySteps(settings)),
    ],
    guarantees:
      'What verify.sh lets pass was signed by digest by whom the policy names, and is the archive that was packaged.',
    cannot: [
      'It cannot see to it that verify.sh runs on another machine, with other credentials: that is up to your CI.',
      ...cannotDo(settings),
    ],
    notes: ciNotes(settings, [
      'helm, cosign, jq, git and, for the gate, Node 22 or 24 on the machine',
      'REGISTRY_USER and REGISTRY_PASSWORD in the environment where the registry asks (ECR: AWS and aws ecr get-login-password; Artifact Registry: oauth2accesstoken and gcloud auth print-access-token; ACR: 00000000-0000-0000-0000-000000000000 and az acr login --expose-token)',
      ...(settings.plan.root === null
        ? ['COSIGN_PRIVATE_KEY and COSIGN_PASSWORD for publish.sh alone']
        : [
            'SIGSTORE_ID_TOKEN for publish.sh alone: a token with the audience sigstore',
          ]),
      'RELEASE_SOURCE, RELEASE_RUN and RELEASE_BUILDER: where the source is, the address of the run, and who builds',
    ]),
  };
}

function variableLines(settings: CiSettings): string[] {
  return Object.entries(variables(settings)).flatMap(([name, value]) => [
    ...(Object.hasOwn(VARIABLE_NOTES, name)
      ? commentLines([VARIABLE_NOTES[name]])
      : []),
    // None holds what cannot be quoted: `variables` has refused that.
    `export ${name}=${value === '' ? "''" : shellQuote(value)}`,
  ]);
}

function stepLines({ name, why, script }: CiStep): string[] {
  return ['', ...commentLines([`${name}.`, ...why]), ...script];
}

function publishSteps(settings: CiSettings): CiStep[] {
  return [
    RELEASE,
    guardStep(settings),
    lintStep(settings),
    packageStep(settings),
    LOGIN,
    publishedStep(settings),
    pushStep(settings),
    signStep(settings),
    sbomStep(),
    attestSbomStep(settings),
    attestProvenanceStep(settings),
  ];
}

function verifySteps(settings: CiSettings): CiStep[] {
  return [
    HANDED_OVER,
    LOGIN,
    pullStep(settings),
    verifyStep(settings),
    verifyAttestationsStep(settings),
    ...(settings.environment === null ? [] : [gateStep(settings)]),
    ...(settings.legacy === null ? [] : [legacyStep(settings.legacy)]),
    ...(settings.promote === 'tag' ? [tagStep(settings)] : []),
  ];
}
