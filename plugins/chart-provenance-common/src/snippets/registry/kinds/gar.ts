import { hclText } from '../../words';
import type { ChartPlace } from '../../ci/plan';
import { pathOf, RegistryKindSettings } from '../types';

const HOST = /^([a-z0-9-]+)-docker\.pkg\.dev$/;

const POLICY = [
  {
    name: 'development-builds',
    action: { type: 'Delete' },
    condition: { tagState: 'tagged', tagPrefixes: ['dev-'], olderThan: '90d' },
  },
];

/** @see https://cloud.google.com/artifact-registry/docs/repositories/immutable-tags */
export const gar: RegistryKindSettings = {
  refuses: ({ chart }) =>
    HOST.test(chart.registry) && chart.repository.split('/').length >= 3
      ? null
      : 'Only hosts like europe-docker.pkg.dev, with project and repository in the path, say which repository this is; gcr.io redirects to one, and its settings are set there.',
  immutability: {
    forms: {
      commands: place => [
        ...shellHead(place),
        'gcloud artifacts repositories update "$REPOSITORY" --project "$PROJECT" --location "$LOCATION" --immutable-tags',
        '',
        '# What holds now:',
        'gcloud artifacts repositories describe "$REPOSITORY" --project "$PROJECT" --location "$LOCATION" --format "value(dockerConfig.immutableTags)"',
      ],
      terraform: place => [
        'resource "google_artifact_registry_repository" "charts" {',
        ...terraformHead(place),
        '',
        '  docker_config {',
        '    immutable_tags = true',
        '  }',
        '}',
      ],
    },
    guarantees: 'No tag of the repository can be moved or deleted.',
    cannot: [],
    notes: [
      'It holds for every chart and image of the repository, not for this one alone.',
      'A repository with immutable tags cannot have clean-up policies that delete tagged versions.',
      'It holds for tags that carry signatures (sha256-…) as well: where the registry does not answer the referrers API, a second attestation fails. Sign and attest a trial version first.',
    ],
  },
  retention: {
    forms: {
      commands: place => [
        ...shellHead(place),
        "cat >cleanup.json <<'POLICY'",
        ...JSON.stringify(POLICY, null, 2).split('\n'),
        'POLICY',
        '',
        '# With --dry-run it only writes down what it would delete; take it away when that is right.',
        'gcloud artifacts repositories set-cleanup-policies "$REPOSITORY" --project "$PROJECT" --location "$LOCATION" \\',
        '  --policy cleanup.json --dry-run',
      ],
      terraform: place => [
        'resource "google_artifact_registry_repository" "charts" {',
        ...terraformHead(place),
        '',
        '  # Only writes down what it would delete; take it away when that is right.',
        '  cleanup_policy_dry_run = true',
        '',
        '  cleanup_policies {',
        '    id     = "development-builds"',
        '    action = "DELETE"',
        '    condition {',
        '      tag_state    = "TAGGED"',
        '      tag_prefixes = ["dev-"]',
        '      older_than   = "90d"',
        '    }',
        '  }',
        '}',
      ],
    },
    guarantees:
      'Tags that begin with dev- go after 90 days; releases and what is attached to them stay.',
    cannot: [
      'It cannot go with immutable tags: such a repository takes no policy that deletes tagged versions.',
    ],
    notes: [
      'No policy for what has no tag: attachments have none.',
      'The policies of a repository are one list: what is set here replaces what was there.',
    ],
  },
};

function shellHead(place: ChartPlace): string[] {
  const [project, repository] = pathOf(place).split('/');
  return [
    `PROJECT=${project}`,
    `LOCATION=${locationOf(place)}`,
    `REPOSITORY=${repository}`,
    '',
  ];
}

function terraformHead(place: ChartPlace): string[] {
  const [project, repository] = pathOf(place).split('/');
  return [
    `  project       = ${hclText(project)}`,
    `  location      = ${hclText(locationOf(place))}`,
    `  repository_id = ${hclText(repository)}`,
    '  format        = "DOCKER"',
  ];
}

function locationOf({ host }: ChartPlace): string {
  return HOST.exec(host)?.[1] ?? 'LOCATION';
}
