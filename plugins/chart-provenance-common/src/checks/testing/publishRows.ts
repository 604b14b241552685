import {
  digest,
  legacyConsumer,
  legacyFacts,
  legacyVersion,
  published,
} from '../../migration/testing/facts';
import {
  CheckRow,
  INDEXED,
  NOTHING,
  PROBLEM,
  partialRows,
  unreadRows,
} from './unreadRows';

/** Rows for what is published, and whether it is the same. */
export const PUBLISH_ROWS: Record<string, CheckRow[]> = {
  'in-oci': [
    ...unreadRows(),
    [
      'two versions',
      {},
      'pass',
      '2 versions in oci://ghcr.io/acme/charts/payments; the newest is 1.8.2.',
    ],
    [
      'one version, seen in part',
      {
        versions: [published('1.0.0')],
        index: { ...INDEXED, state: 'partial' },
      },
      'pass',
      '1 version in oci://ghcr.io/acme/charts/payments; the newest is 1.0.0.',
    ],
    [
      'a release beside a newer pre-release',
      { versions: [published('2.0.0-rc.1'), published('1.0.0')] },
      'pass',
      '2 versions in oci://ghcr.io/acme/charts/payments; the newest is 1.0.0.',
    ],
    [
      'nothing, read in part',
      { versions: [], index: { ...INDEXED, state: 'partial' } },
      'unknown',
      'Only a part of the registry could be read.',
    ],
    [
      'nothing',
      NOTHING,
      'fail',
      'Nothing is published in oci://ghcr.io/acme/charts/payments.',
    ],
  ],
  parity: [
    ...partialRows(),
    [
      'the same',
      {},
      'pass',
      '2 supported versions have the same bytes in both places.',
    ],
    [
      'one the same, one in the registry only',
      { legacy: legacyFacts({ versions: [legacyVersion('1.8.1')] }) },
      'pass',
      '1 supported version has the same bytes in both places; 1 more is in the registry only.',
    ],
    [
      'the manifest digest in the index',
      {
        legacy: legacyFacts({
          versions: [
            legacyVersion('1.8.2', { digest: published('1.8.2').digest }),
          ],
        }),
      },
      'fail',
      'Of 2 supported versions, 1 has other bytes.',
    ],
    [
      'both kinds of failure',
      {
        legacy: legacyFacts({
          versions: [
            legacyVersion('1.8.2', { digest: digest('e') }),
            legacyVersion('1.8.1', { digest: digest('e') }),
            legacyVersion('1.7.0'),
          ],
        }),
      },
      'fail',
      'Of 3 supported versions, 2 have other bytes and 1 is in the legacy repository only.',
    ],
    [
      'nothing in the registry',
      NOTHING,
      'fail',
      'Of 2 supported versions, 2 are in the legacy repository only.',
    ],
    [
      'an index without digests',
      {
        legacy: legacyFacts({
          versions: [legacyVersion('1.8.2', { digest: null })],
        }),
      },
      'unknown',
      'Of 2 supported versions, 1 cannot be compared: 1.8.2.',
    ],
    [
      'an archive that could not be read',
      {
        versions: [
          published('1.8.2', { chartLayerDigest: null }),
          published('1.8.1'),
        ],
      },
      'unknown',
      'Of 2 supported versions, 1 cannot be compared: 1.8.2.',
    ],
    [
      'an index that was never read',
      { legacy: legacyFacts({ readAt: null, versions: [] }) },
      'unknown',
      'The index of https://charts.acme.dev was not read yet.',
    ],
    [
      'an index that nobody listed',
      { legacy: legacyFacts({ configured: false, readAt: null }) },
      'unknown',
      'The index of https://charts.acme.dev is not read, because no operator listed it.',
    ],
    [
      'an old reading',
      { legacy: legacyFacts({ stale: true }) },
      'unknown',
      'The index of https://charts.acme.dev was last read on 2026-11-22, which is too long ago.',
    ],
    [
      'a failed reading',
      { legacy: legacyFacts({ problem: PROBLEM }) },
      'unknown',
      'The index of https://charts.acme.dev could not be read since 2026-11-20: connection refused.',
    ],
    [
      'an index that is gone and was never seen',
      { legacy: legacyFacts({ goneSince: PROBLEM.since, versions: [] }) },
      'unknown',
      'https://charts.acme.dev has answered since 2026-11-20 that it has no index, and was not seen with this chart before.',
    ],
    [
      'an index that is gone',
      { legacy: legacyFacts({ goneSince: PROBLEM.since }) },
      'notApplicable',
      'The legacy repository no longer has the chart, so there is nothing to compare.',
    ],
    [
      'an index that is gone with a version that runs',
      {
        legacy: legacyFacts({
          goneSince: PROBLEM.since,
          versions: [legacyVersion('1.7.0')],
        }),
        consumers: [legacyConsumer('x', '1.7.0')],
      },
      'fail',
      '1.7.0 is used and in neither place any more.',
    ],
    [
      'old versions alone in the legacy repository',
      {
        legacy: legacyFacts({
          versions: [legacyVersion('1.0.0', { created: '2019-01-01' })],
        }),
      },
      'notApplicable',
      'No supported version is in the legacy repository, so there is nothing to compare.',
    ],
    [
      'no legacy repository, and nobody looked for consumers',
      { legacy: null, sources: [] },
      'unknown',
      'No legacy repository of the chart is known. Nobody looked for consumers: no cluster and no Git repository is configured.',
    ],
    [
      'no legacy repository, where there was one',
      { legacy: null, reached: { dualPublishing: '2026-01-01T00:00:00Z' } },
      'unknown',
      'No rule and no claim names a legacy repository of the chart.',
    ],
    [
      'no legacy repository, and no consumer of one',
      { legacy: null },
      'notApplicable',
      'No legacy repository of the chart is known, and no consumer takes it from one.',
    ],
    [
      'a legacy repository that never listed it',
      { legacy: legacyFacts({ versions: [] }) },
      'notApplicable',
      'The legacy repository does not list the chart, and no consumer takes it from there.',
    ],
  ],
};
