import { yamlText } from '../../words';
import {
  attestProvenanceStep,
  attestSbomStep,
  CiSettings,
  CiStep,
  guardStep,
  lintStep,
  packageStep,
  publishedStep,
  pushStep,
  sbomStep,
  signStep,
} from '../scripts';
import { commentLines, indented } from '../yamlLines';
import { Job, toolSteps } from './Job';
import { registryAccess } from './login';
import { runLines, usesLines } from './stepLines';

const KEY_SECRETS = {
  COSIGN_PRIVATE_KEY: '${{ secrets.COSIGN_PRIVATE_KEY }}',
  COSIGN_PASSWORD: '${{ secrets.COSIGN_PASSWORD }}',
};

/** @internal */
export function publishJob(settings: CiSettings): Job {
  const access = registryAccess(settings, 'publish');
  const byAction = settings.provenance === 'attest-action';
  const keyed = settings.plan.demands.some(({ kind }) => kind === 'key');
  const run = (step: CiStep) =>
    runLines(keyed ? { ...step, env: KEY_SECRETS } : step);
  return {
    id: 'publish',
    title: 'Publish and sign',
    why: [
      'The only job that may push and sign. id-token is what keyless signing takes.',
    ],
    permissions: {
      contents: 'read',
      ...access.permissions,
      'id-token': 'write',
      ...(byAction ? { attestations: 'write' } : {}),
    },
    extra: [
      'outputs:',
      ...['version', 'digest', 'archive-sha256'].map(
        name => `  ${name}: \${{ steps.release.outputs.${name} }}`,
      ),
    ],
    steps: [
      ...usesLines('checkout', { 'persist-credentials': 'false' }),
      ...toolSteps(settings),
      ...[
        guardStep(settings),
        lintStep(settings),
        packageStep(settings),
      ].flatMap(runLines),
      ...access.steps,
      ...runLines(publishedStep(settings)),
      ...runLines(pushStep(settings)),
      ...outputStep(),
      ...run(signStep(settings)),
      ...runLines(sbomStep()),
      ...run(attestSbomStep(settings)),
      ...(byAction
        ? attestAction(settings)
        : run(attestProvenanceStep(settings))),
    ],
  };
}

function outputStep(): string[] {
  return [
    ...commentLines([
      'What the next jobs are handed: names of what was published, no files.',
    ]),
    '- name: Name what was published',
    '  id: release',
    '  run: |',
    ...indented(
      [
        '{',
        '  echo "version=$(cat release/version)"',
        '  echo "digest=$(cat release/digest)"',
        '  echo "archive-sha256=$(cat release/archive-sha256)"',
        '} >>"$GITHUB_OUTPUT"',
      ],
      4,
    ),
  ];
}

function attestAction({ place }: CiSettings): string[] {
  return usesLines(
    'attest',
    {
      'subject-name': yamlText(place.repository),
      'subject-digest': '${{ steps.release.outputs.digest }}',
      'push-to-registry': 'true',
      'create-storage-record': 'false',
    },
    {
      name: 'Attest where it was built',
      why: [
        'SLSA provenance. In a private repository the action signs under an instance of GitHub itself, which the next job does not trust: choose cosign for it there.',
      ],
    },
  );
}
