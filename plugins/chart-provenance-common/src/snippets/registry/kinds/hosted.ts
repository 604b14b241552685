import { pathOf, projectOf, RegistryKindSettings } from '../types';

/** Development builds, as every text here means them. */
const DAYS = 90;

/**
 * GHCR has no settings: what can be done is to delete with care.
 *
 * @see https://docs.github.com/rest/packages/packages
 */
export const ghcr: RegistryKindSettings = {
  immutability:
    'GitHub Container Registry has no immutable tags: pin digests, and let the history of tags kept here tell whether one moved.',
  retention: {
    forms: {
      commands: place => {
        const [owner, ...rest] = pathOf(place).split('/');
        return [
          `OWNER=${owner}`,
          `PACKAGE=${rest.join('%2F')}`,
          `BEFORE=$(date -u -d '${DAYS} days ago' +%Y-%m-%dT%H:%M:%SZ)`,
          '',
          '# Development builds alone: every tag of the version has -dev in it. What has no tag is never listed, as signature bundles have none.',
          'gh api --paginate "/orgs/$OWNER/packages/container/$PACKAGE/versions" --jq \\',
          '  ".[] | select(.created_at < \\"$BEFORE\\") | select((.metadata.container.tags | length) > 0 and (.metadata.container.tags | all(test(\\"-dev\\")))) | .id" \\',
          '  >to-delete.txt',
          'wc -l to-delete.txt',
          '',
          '# Read the list, then:',
          '# while read -r id; do gh api --method DELETE "/orgs/$OWNER/packages/container/$PACKAGE/versions/$id"; done <to-delete.txt',
        ];
      },
    },
    guarantees: 'Development builds go when somebody runs it; signatures stay.',
    cannot: ['GHCR deletes nothing by itself, and keeps no rules.'],
    notes: [
      'Clean-up actions that delete “untagged” versions delete signature bundles with them. Exclude sha256-* and what has no tag, or do not use them on charts.',
      'A user’s packages are under /users/ in place of /orgs/.',
    ],
  },
};

/** @see https://docs.docker.com/reference/api/hub/latest/ */
export const dockerHub: RegistryKindSettings = {
  refuses: ({ chart }) =>
    chart.repository.split('/').length === 2
      ? null
      : 'A repository of Docker Hub is a namespace and a name: this is another path.',
  immutability: {
    forms: {
      commands: place => [
        `NAMESPACE=${projectOf(place)[0]}`,
        `REPOSITORY=${projectOf(place)[1]}`,
        '',
        '# Full versions alone: tags that carry signatures (sha256-…) move when one is added.',
        "cat >rules.json <<'RULES'",
        '{"immutable_tags": true, "immutable_tags_rules": ["^v?[0-9]+\\\\.[0-9]+\\\\.[0-9]+"]}',
        'RULES',
        'curl --fail-with-body --request PATCH --header "Authorization: Bearer $HUB_TOKEN" --header "Content-Type: application/json" \\',
        '  --data @rules.json "https://hub.docker.com/v2/namespaces/$NAMESPACE/repositories/$REPOSITORY/immutabletags"',
      ],
    },
    guarantees: 'A version tag can be moved by nobody.',
    cannot: ['Immutable tags of Docker Hub are in beta.'],
    notes: [
      'The rules of the repository are one list: what is set here replaces what was there.',
      'HUB_TOKEN comes from POST /v2/auth/token with an access token of an administrator of the repository.',
    ],
  },
  retention:
    'Docker Hub deletes nothing by rules of its own; what deletes by its API must leave sha256-* tags and what has no tag.',
};

/** @see https://docs.projectquay.io/api_quay.html */
export const quay: RegistryKindSettings = {
  immutability:
    'Quay has immutable tags where its operator switched FEATURE_IMMUTABLE_TAGS on: set them in the settings of the repository, for full versions only, as tags that carry signatures (sha256-…) move when one is added.',
  retention: {
    forms: {
      commands: place => [
        `QUAY=${place.host}`,
        `REPOSITORY=${pathOf(place)}`,
        '',
        '# By a pattern, never by a number of tags: sha256-… are tags too.',
        'curl --fail-with-body --header "Authorization: Bearer $QUAY_TOKEN" --header "Content-Type: application/json" \\',
        `  --data '{"method": "creation_date", "value": "${DAYS}d", "tagPattern": ".*-dev.*", "tagPatternMatches": true}' \\`,
        '  "https://$QUAY/api/v1/repository/$REPOSITORY/autoprunepolicy/"',
        '',
        '# What holds now, of the organisation as well:',
        'curl --fail-with-body --header "Authorization: Bearer $QUAY_TOKEN" "https://$QUAY/api/v1/repository/$REPOSITORY/autoprunepolicy/"',
      ],
    },
    guarantees: 'Development builds go after 90 days; signatures stay.',
    cannot: ['A policy of the organisation holds besides, whatever it counts.'],
    notes: ['Written from its documentation, not tried.'],
  },
};

/** @see https://docs.gitlab.com/user/packages/container_registry/reduce_container_registry_storage/ */
export const gitlab: RegistryKindSettings = {
  immutability: {
    forms: {
      commands: () => [
        'GITLAB=https://gitlab.com',
        'PROJECT=${1:?the id of the project}',
        '',
        '# A rule without access levels makes tags immutable, for everybody. Full versions alone: sha256-… tags move when a signature is added.',
        'curl --fail-with-body --header "PRIVATE-TOKEN: $GITLAB_TOKEN" --header "Content-Type: application/json" \\',
        '  --data \'{"tag_name_pattern": "^v?[0-9]+\\\\.[0-9]+\\\\.[0-9]+"}\' \\',
        '  "$GITLAB/api/v4/projects/$PROJECT/registry/protection/tag/rules"',
      ],
    },
    guarantees:
      'A version tag of the project can be moved or deleted by nobody.',
    cannot: [
      'Whether it is there depends on edition and version; where it is refused, protect the tags for maintainers.',
    ],
    notes: [
      'It holds for every repository of the project.',
      'Written from its documentation, not tried.',
    ],
  },
  retention: {
    forms: {
      commands: () => [
        'GITLAB=https://gitlab.com',
        'PROJECT=${1:?the id of the project}',
        '',
        '# name_regex_keep wins: tags that carry signatures are kept whatever else is set.',
        'curl --fail-with-body --request PUT --header "PRIVATE-TOKEN: $GITLAB_TOKEN" --header "Content-Type: application/json" \\',
        '  --data \'{"container_expiration_policy_attributes": {"enabled": true, "cadence": "7d", "older_than": "90d", "keep_n": null, "name_regex_delete": ".*-dev.*", "name_regex_keep": "sha256-.*"}}\' \\',
        '  "$GITLAB/api/v4/projects/$PROJECT"',
      ],
      terraform: () => [
        'resource "gitlab_project" "chart" {',
        '  # … as it is, and:',
        '  container_expiration_policy {',
        '    enabled           = true',
        '    cadence           = "7d"',
        '    older_than        = "90d"',
        '    name_regex_delete = ".*-dev.*"',
        '    # Tags that carry signatures are kept whatever else is set.',
        '    name_regex_keep = "sha256-.*"',
        '  }',
        '}',
      ],
    },
    guarantees: 'Development builds go after 90 days; signatures stay.',
    cannot: [],
    notes: ['It holds for every repository of the project.'],
  },
};
