import { RegistryKind, RegistryQuirks } from './types';

/** Registries that a code or container host runs for everybody. */
export const HOSTED_QUIRKS = {
  ghcr: {
    product: 'GitHub Container Registry',
    referrers: 'fallback',
    referrersNote:
      'It has no referrers API; clients keep an index under the tag sha256-<digest>. cosign writes a wrong artifact type into it, so every entry is read.',
    immutability:
      'Tags cannot be made immutable: only digests and the history of tags kept here tell whether one moved.',
    retention:
      'Clean-up actions that delete “untagged” versions also delete signature bundles: exclude sha256-* and what nothing tags.',
    limits: 'No limits are published.',
    auth: 'auth.type token with a classic token, or integration (a token or GitHub App of Backstage).',
    ask: {
      permission:
        'read:packages on a classic token, or “packages: read” for a GitHub App, and read access to each package',
      from: 'an administrator of the organisation or of the package (package settings, Manage access)',
    },
    hidesExistence: true,
  },
  dockerHub: {
    product: 'Docker Hub',
    referrers: 'native',
    referrersNote: 'It has the referrers API since about autumn 2025.',
    immutability: 'Immutable tags are in beta, set for each repository.',
    retention: null,
    limits:
      'Anonymous: 100 pulls in 6 hours for an address; a free account: 200. A manifest read by GET counts as a pull.',
    auth: 'auth.type basic with a user name and a personal or organisation access token.',
    ask: {
      permission: 'an access token with “Read-only” permission',
      from: 'an owner of the Docker Hub organisation',
    },
    hidesExistence: true,
  },
  quay: {
    product: 'Quay',
    referrers: 'varies',
    referrersNote:
      'The server has the referrers API by default; of the hosted quay.io it is not documented.',
    immutability:
      'With FEATURE_IMMUTABLE_TAGS and a policy; read from /api/v1/…/immutabilitypolicy/.',
    retention: null,
    limits: 'No limits are published.',
    auth: 'auth.type basic with a robot account (<organisation>+<name>) and its token.',
    ask: {
      permission: 'a robot account with the role Read on each repository',
      from: 'an administrator of the Quay organisation',
    },
    hidesExistence: true,
  },
  gitlab: {
    product: 'GitLab Container Registry',
    referrers: 'varies',
    referrersNote: 'Whether it has the referrers API depends on its version.',
    immutability:
      'Protected or immutable tag rules of the project, depending on its version and edition.',
    retention:
      'Clean-up policies of a project may delete sha256-* tags: exclude them.',
    limits: 'Limits are set by whoever runs the GitLab instance.',
    auth: 'auth.type token with an access token, basic with a deploy token, or integration.',
    ask: {
      permission: 'a deploy or access token with the scope read_registry',
      from: 'a maintainer of the GitLab project or group',
    },
    hidesExistence: true,
  },
} satisfies Partial<Record<RegistryKind, Omit<RegistryQuirks, 'kind'>>>;
