import { RegistryKind, RegistryQuirks } from './types';

const OWN_LIMITS = 'Limits are set by whoever runs it.';

/** Registries that somebody in the company runs. */
export const SELF_HOSTED_QUIRKS = {
  harbor: {
    product: 'Harbor',
    referrers: 'varies',
    referrersNote: 'It has the referrers API from 2.8.1 on.',
    immutability:
      'Immutability rules of the project, at most 15; read from GET /api/v2.0/projects/<project>/immutabletagrules.',
    retention:
      'Signatures are accessories: they are deleted together with the chart they belong to.',
    limits: OWN_LIMITS,
    auth: 'auth.type basic with a robot account (robot$<name>) and its secret.',
    ask: {
      permission:
        'a robot account with “Pull repository” and “List tag” on the project',
      from: 'an administrator of the Harbor project',
    },
    hidesExistence: true,
  },
  artifactory: {
    product: 'JFrog Artifactory',
    referrers: 'varies',
    referrersNote: 'It has the referrers API from 7.90.1 on.',
    immutability:
      'By denying Delete/Overwrite; read from the configuration of the repository.',
    retention:
      'maxUniqueTags of the repository deletes the oldest tags, sha256-* among them.',
    limits: OWN_LIMITS,
    auth: 'auth.type basic with a user name and an identity token, or token.',
    ask: {
      permission: 'the permission Read on the Docker or OCI repository',
      from: 'an administrator of the Artifactory repository',
    },
    hidesExistence: true,
  },
  distribution: {
    product: 'CNCF Distribution, zot or alike',
    referrers: 'varies',
    referrersNote:
      'zot has the referrers API; Distribution has none up to 2.8 and in 3.x: there clients keep the tag sha256-<digest>.',
    immutability:
      'Distribution has none: only digests and the history of tags kept here tell whether one moved. zot denies updates by its access policy.',
    retention:
      'Garbage collection with --delete-untagged removes bundles that nothing tags.',
    limits: OWN_LIMITS,
    auth: 'auth.type basic with an account of whatever stands before it.',
    ask: {
      permission: 'an account that may pull',
      from: 'whoever runs the registry',
    },
    hidesExistence: false,
  },
  unknown: {
    product: 'a registry of an unknown kind',
    referrers: 'varies',
    referrersNote: 'Whether it has the referrers API is found by asking.',
    immutability:
      'Ask whoever runs the registry whether tags can be made immutable.',
    retention:
      'Ask whoever runs the registry whether something deletes what no tag points at: signature bundles would go with it.',
    limits: OWN_LIMITS,
    auth: 'Most take auth.type basic.',
    ask: {
      permission: 'an account that may pull',
      from: 'whoever runs the registry',
    },
    hidesExistence: true,
  },
} satisfies Partial<Record<RegistryKind, Omit<RegistryQuirks, 'kind'>>>;
