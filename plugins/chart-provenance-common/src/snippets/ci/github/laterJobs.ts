import {
  CiSettings,
  legacyStep,
  pullRequestStep,
  pullStep,
  tagStep,
  TOOL_VERSIONS,
} from '../scripts';
import { before, cosignInputs, HANDED_ON, Job, toolSteps } from './Job';
import { registryAccess } from './login';
import { runLines, usesLines } from './stepLines';

type Promotion = Pick<Job, 'why' | 'permissions' | 'steps'>;

/** The digest and the name of the chart come in by variables: it is the same for every chart. */
const BY_PULL_REQUEST: Promotion = {
  why: [
    'Runs only when everything before it said yes. The token is for the repository that deploys, and for nothing else.',
  ],
  permissions: {},
  steps: [
    ...usesLines('checkout', {
      repository: '${{ vars.DEPLOY_REPOSITORY }}',
      token: '${{ secrets.DEPLOY_TOKEN }}',
      path: 'deploy',
    }),
    ...runLines({
      ...pullRequestStep(
        ['git push origin HEAD'],
        [
          'gh pr create --title "Deploy $CHART_NAME $CHART_VERSION" \\',
          '  --body "oci://$CHART_REPOSITORY@$CHART_DIGEST was verified by $RELEASE_RUN"',
        ],
      ),
      env: {
        DEPLOY_FILE: '${{ vars.DEPLOY_FILE }}',
        GH_TOKEN: '${{ secrets.DEPLOY_TOKEN }}',
      },
    }),
  ],
};

/** @internal */
export function legacyJob(settings: CiSettings): Job {
  const access = registryAccess(settings, 'read');
  const legacy = legacyPlace(settings);
  return {
    id: 'legacy',
    title: 'Publish to the legacy repository',
    why: [
      'After verification: the old place gets nothing the new one would refuse.',
    ],
    needs: before(settings),
    permissions: { ...access.permissions, ...legacy.permissions },
    env: HANDED_ON,
    steps: [
      ...legacy.checkout,
      ...toolSteps(settings),
      ...access.steps,
      ...runLines(pullStep(settings)),
      ...legacy.access,
      ...runLines({ ...legacyStep(settings.legacy!), env: legacy.env }),
    ],
  };
}

function legacyPlace({ legacy }: CiSettings): {
  permissions: Record<string, string>;
  checkout: string[];
  access: string[];
  env?: Record<string, string>;
} {
  const bucket = { LEGACY_BUCKET: '${{ vars.LEGACY_BUCKET }}' };
  switch (legacy?.server) {
    case 'github-pages':
      return {
        permissions: { contents: 'write' },
        checkout: usesLines('checkout', { ref: 'gh-pages', path: 'pages' }),
        access: [],
      };
    case 's3':
      return {
        permissions: { 'id-token': 'write' },
        checkout: [],
        access: usesLines('aws', {
          'role-to-assume': '${{ vars.AWS_LEGACY_ROLE }}',
          'aws-region': '${{ vars.LEGACY_REGION }}',
        }),
        env: bucket,
      };
    case 'gcs':
      return {
        permissions: { 'id-token': 'write' },
        checkout: [],
        access: usesLines('google', {
          workload_identity_provider:
            '${{ vars.GCP_WORKLOAD_IDENTITY_PROVIDER }}',
          service_account: '${{ vars.GCP_LEGACY_ACCOUNT }}',
        }),
        env: bucket,
      };
    default:
      return {
        permissions: {},
        checkout: [],
        access: [],
        env: {
          LEGACY_USER: '${{ vars.LEGACY_USER }}',
          LEGACY_PASSWORD: '${{ secrets.LEGACY_PASSWORD }}',
        },
      };
  }
}

/** @internal */
export function promoteJob(settings: CiSettings): Job {
  return {
    id: 'promote',
    title: 'Promote',
    needs: before(settings),
    env: HANDED_ON,
    ...(settings.promote === 'tag' ? byTag(settings) : BY_PULL_REQUEST),
  };
}

function byTag(settings: CiSettings): Promotion {
  const access = registryAccess(settings, 'publish');
  return {
    why: ['Runs only when everything before it said yes.'],
    permissions: access.permissions,
    steps: [
      ...usesLines('oras', { version: TOOL_VERSIONS.oras }),
      ...usesLines('cosign', cosignInputs(settings)),
      ...access.steps,
      ...runLines(tagStep(settings)),
    ],
  };
}
