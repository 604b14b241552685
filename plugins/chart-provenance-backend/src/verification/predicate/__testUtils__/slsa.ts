import { readPredicate } from '../readPredicate';

export const SLSA = 'https://slsa.dev/provenance';
export const COMMIT = '4f1c'.repeat(10);

/** What GitHub's own attest action writes. */
export const github = {
  buildDefinition: {
    buildType: 'https://actions.github.io/buildtypes/workflow/v1',
    externalParameters: {
      workflow: {
        repository: 'https://github.com/acme/payments',
        ref: 'refs/tags/v1',
        path: '.github/workflows/release.yml',
      },
    },
    resolvedDependencies: [
      {
        uri: 'git+https://github.com/acme/payments@refs/tags/v1',
        digest: { gitCommit: COMMIT },
      },
    ],
  },
  runDetails: {
    builder: { id: 'https://github.com/acme/b.yml' },
    metadata: {
      invocationId:
        'https://github.com/acme/payments/actions/runs/1/attempts/1',
      startedOn: '2026-11-20T10:00:00Z',
    },
  },
};

/** A build definition of another kind. */
export const slsaV1 = (
  externalParameters: object,
  resolvedDependencies?: unknown[],
) => ({
  buildDefinition: {
    buildType: 'make',
    externalParameters,
    resolvedDependencies,
  },
});
export const git = (path: string, digest = COMMIT) => ({
  uri: `git+https://github.com/${path}`,
  digest: { sha1: digest },
});
export const read = (predicateType: string, predicate: unknown) =>
  readPredicate({ predicateType, predicate });
