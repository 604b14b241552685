import { hclText } from '../../words';
import { pathOf, projectOf, RegistryKindSettings } from '../types';

/** @see https://jfrog.com/help/r/jfrog-rest-apis */
export const artifactory: RegistryKindSettings = {
  immutability: {
    forms: {
      terraform: place => [
        '# Publishers may add and never replace: without the right to delete, Artifactory refuses to overwrite a tag.',
        'resource "artifactory_permission_target" "chart" {',
        `  name = ${hclText(`publish-${place.name}`)}`,
        '',
        '  repo {',
        `    repositories     = [${hclText(projectOf(place)[0])}]`,
        `    includes_pattern = [${hclText(`${projectOf(place)[1]}/**`)}]`,
        '',
        '    actions {',
        '      users {',
        '        name        = var.publisher',
        '        permissions = ["read", "write", "annotate"]',
        '      }',
        '    }',
        '  }',
        '}',
        '',
        'variable "publisher" {',
        '  type = string',
        '}',
      ],
    },
    guarantees:
      'Whoever publishes cannot move a tag that is there, as that takes the right to delete.',
    cannot: [
      'It holds for tags that carry signatures (sha256-…) too: with a registry that has no referrers API a second attestation fails.',
    ],
    notes: [
      'Look for other permissions of the same user: rights add up.',
      'Written from its documentation, not tried.',
    ],
  },
  retention: {
    forms: {
      commands: place => [
        `ARTIFACTORY=${place.host}`,
        `REPOSITORY_KEY=${projectOf(place)[0]}`,
        '',
        '# 0 is no limit. Any other number counts sha256-… tags as well and deletes the oldest.',
        'curl --fail-with-body --netrc --header "Content-Type: application/json" --data \'{"maxUniqueTags": 0}\' \\',
        '  "https://$ARTIFACTORY/artifactory/api/repositories/$REPOSITORY_KEY"',
      ],
      terraform: place => [
        'resource "artifactory_local_oci_repository" "charts" {',
        `  key = ${hclText(projectOf(place)[0])}`,
        '  # 0 is no limit. Any other number counts sha256-… tags as well and deletes the oldest.',
        '  max_unique_tags = 0',
        '}',
      ],
    },
    guarantees: 'No tag is deleted for there being too many.',
    cannot: ['Clean-up policies and plugins of the instance hold besides.'],
    notes: ['Written from its documentation, not tried.'],
  },
};

/** @see https://zotregistry.dev/latest/articles/authn-authz/ */
export const distribution: RegistryKindSettings = {
  immutability: {
    forms: {
      commands: place => [
        '# zot: the part of its configuration. Publishers may create, and neither update (move a tag) nor delete.',
        "cat <<'CONFIG'",
        ...JSON.stringify(
          {
            http: {
              accessControl: {
                repositories: {
                  [pathOf(place)]: {
                    policies: [
                      { users: ['PUBLISHER'], actions: ['read', 'create'] },
                    ],
                    defaultPolicy: ['read'],
                  },
                },
              },
            },
          },
          null,
          2,
        ).split('\n'),
        'CONFIG',
      ],
    },
    guarantees: 'In zot, publishers cannot move a tag that is there.',
    cannot: [
      'CNCF Distribution has no immutable tags: pin digests, and let the history of tags kept here tell whether one moved.',
    ],
    notes: [
      'zot has the referrers API, so that cosign 3 needs no tag that moves; with cosign 2 allow update for whoever signs.',
      'Written from its documentation, not tried.',
    ],
  },
  retention: {
    forms: {
      commands: place => [
        '# zot: the part of its configuration. What refers to a chart stays as long as the chart.',
        "cat <<'CONFIG'",
        ...JSON.stringify(
          {
            storage: {
              gc: true,
              retention: {
                policies: [
                  {
                    repositories: [pathOf(place)],
                    deleteReferrers: false,
                    deleteUntagged: false,
                    keepTags: [{ patterns: ['.*'] }],
                  },
                ],
              },
            },
          },
          null,
          2,
        ).split('\n'),
        'CONFIG',
        '',
        '# CNCF Distribution: never with --delete-untagged, which removes bundles that nothing tags.',
        '# registry garbage-collect --dry-run /etc/distribution/config.yml',
      ],
    },
    guarantees: 'Nothing that is attached to a chart is deleted before it.',
    cannot: [],
    notes: ['Written from its documentation, not tried.'],
  },
};

/** Nothing is known of it. */
export const unknown: RegistryKindSettings = {
  immutability:
    'It is not known what registry this is: ask whoever runs it whether tags can be made immutable, except sha256-*.',
  retention:
    'It is not known what registry this is: ask whoever runs it whether something deletes by number, or what has no tag. Signatures would go with it.',
};
