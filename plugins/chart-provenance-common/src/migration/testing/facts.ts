import type {
  ConsumerRow,
  ConsumerSourceStatus,
} from '../../api/consumerTypes';
import type { RecordedPlan } from '../../api/migrationTypes';
import { BUILT_IN_MANUAL_ITEMS } from '../manual';
import type {
  LegacyFacts,
  LegacyVersion,
  MigrationFacts,
  PublishedVersion,
  RecordedSignOff,
} from '../types';

/** Test material: the chart `payments`, in both places and moved. Not exported from the package. */
export const NOW = '2026-11-22T12:00:00.000Z';
export const LEGACY_URL = 'https://charts.acme.dev';

/** A digest that begins with the letter. */
export function digest(letter: string): string {
  return `sha256:${letter.repeat(64)}`;
}

/** The archive of a version, the same wherever it is. */
export function layerOf(version: string): string {
  const hex = [...version].map(c => c.charCodeAt(0).toString(16)).join('');
  return `sha256:${hex.padEnd(64, '0').slice(0, 64)}`;
}

/** The manifest of a version. */
export function manifestOf(version: string): string {
  return layerOf(version).replace(/0$/, 'f');
}

/** A version in the registry, with all that is asked for. */
export function published(
  version: string,
  extra: Partial<PublishedVersion> = {},
): PublishedVersion {
  return {
    digest: manifestOf(version),
    version,
    chartLayerDigest: layerOf(version),
    prerelease: version.includes('-'),
    publishedAt: '2026-10-01T08:00:00Z',
    firstSeenAt: '2026-10-01T09:00:00.000Z',
    verdict: 'verified',
    reason: 'Signed as acme-release asks.',
    sbomProven: true,
    provenanceProven: true,
    tags: [{ tag: version.replace('+', '_'), moves: 0, rolledBackFrom: null }],
    republished: [],
    ...extra,
  };
}

/** An entry of the legacy index with the same bytes. */
export function legacyVersion(
  version: string,
  extra: Partial<LegacyVersion> = {},
): LegacyVersion {
  return {
    version,
    digest: layerOf(version),
    created: '2026-10-01T08:00:00Z',
    url: `${LEGACY_URL}/payments-${version}.tgz`,
    deprecated: false,
    present: true,
    firstSeenAt: '2026-10-01T09:00:00.000Z',
    vanishedAt: null,
    ...extra,
  };
}

/** What is known of the legacy repository. */
export function legacyFacts(extra: Partial<LegacyFacts> = {}): LegacyFacts {
  return {
    repositoryUrl: LEGACY_URL,
    name: 'payments',
    configured: true,
    readAt: '2026-11-22T11:50:00.000Z',
    stale: false,
    problem: null,
    goneSince: null,
    goneSeenAt: extra.goneSince ? '2026-11-22T11:50:00.000Z' : null,
    settledAfterMs: 45 * 60 * 1000,
    versions: [legacyVersion('1.8.2'), legacyVersion('1.8.1')],
    ...extra,
  };
}

/** A place that was read. */
export function source(
  extra: Partial<ConsumerSourceStatus> = {},
): ConsumerSourceStatus {
  return {
    id: 'kubernetes:prod',
    provider: 'kubernetes',
    title: 'prod',
    lastSuccessAt: '2026-11-22T11:55:00.000Z',
    lastAttemptAt: '2026-11-22T11:55:00.000Z',
    problem: null,
    documents: [],
    documentProblems: 0,
    consumers: 2,
    ...extra,
  };
}

/** A consumer that takes 1.8.2 from the registry by digest, and runs it. */
export function consumer(
  id: string,
  extra: Partial<ConsumerRow> = {},
): ConsumerRow {
  return {
    id,
    kind: 'HelmRelease',
    name: `secret-name-${id}`,
    namespace: 'shop',
    form: 'flux-oci-repository',
    where: {
      source: 'kubernetes:prod',
      title: 'prod',
      cluster: 'prod',
      path: null,
      href: null,
    },
    environment: 'production',
    entityRef: null,
    owner: null,
    written: `oci://ghcr.io/acme/charts/payments@${manifestOf('1.8.2')}`,
    from: 'oci',
    chart: 'oci://ghcr.io/acme/charts/payments',
    chartId: 'chart',
    wants: { version: null, digest: manifestOf('1.8.2') },
    pin: 'digest',
    bestPin: 'digest',
    runs: {
      version: '1.8.2',
      digest: manifestOf('1.8.2'),
      since: null,
      verdict: null,
      note: null,
    },
    behind: 0,
    gate: { strength: 'none', message: 'Nothing checks.' },
    findings: [],
    seenAt: '2026-11-22T11:55:00.000Z',
    stale: false,
    ...extra,
  };
}

/** One that still takes it from the legacy repository, by exact version. */
export function legacyConsumer(
  id: string,
  version = '1.8.1',
  extra: Partial<ConsumerRow> = {},
): ConsumerRow {
  return consumer(id, {
    form: 'flux-helm-repository',
    written: `${LEGACY_URL} payments ${version}`,
    from: 'legacy',
    chart: `${LEGACY_URL}#payments`,
    wants: { version, digest: null },
    pin: 'version',
    bestPin: 'version',
    runs: { version, digest: null, since: null, verdict: null, note: null },
    ...extra,
  });
}

/** A plan with nothing decided but what is given. */
export function plan(extra: Partial<RecordedPlan> = {}): RecordedPlan {
  return {
    cutOverOn: null,
    deprecatedOn: null,
    retireOn: null,
    supportedSince: null,
    note: '',
    by: 'user:default/guest',
    at: '2026-10-01T00:00:00.000Z',
    ...extra,
  };
}

/** A sign-off of `tags-immutable`. */
export function signOff(extra: Partial<RecordedSignOff> = {}): RecordedSignOff {
  return {
    scope: 'registry',
    checkId: 'tags-immutable',
    result: 'done',
    note: '',
    expiresOn: null,
    by: 'user:default/guest',
    at: '2026-11-01T00:00:00.000Z',
    ...extra,
  };
}

/** Everything is known, and as it should be: in both places, signed, consumed from the registry by two. */
export function factsOf(extra: Partial<MigrationFacts> = {}): MigrationFacts {
  return {
    now: NOW,
    chartId: 'chart',
    registry: 'ghcr.io',
    repository: 'acme/charts/payments',
    index: {
      state: 'indexed',
      stale: false,
      lastSuccessAt: '2026-11-22T11:58:00.000Z',
      problem: null,
    },
    policies: ['acme-release'],
    expectedSource: 'github.com/acme/payments',
    versions: [published('1.8.2'), published('1.8.1')],
    versionsComplete: true,
    legacy: legacyFacts(),
    consumers: [
      consumer('a'),
      consumer('b', {
        kind: 'Application',
        form: 'argocd-helm',
        wants: { version: '1.8.2', digest: null },
        pin: 'version',
        bestPin: 'version',
        runs: {
          version: '1.8.2',
          digest: null,
          since: null,
          verdict: null,
          note: 'Argo CD does not record which bytes.',
        },
      }),
    ],
    sources: [source(), source({ id: 'git:apps', provider: 'git' })],
    reached: {},
    lastLegacyConsumerAt: null,
    legacyConsumerLeftAt: null,
    unplacedConsumers: 0,
    plan: null,
    manual: [...BUILT_IN_MANUAL_ITEMS],
    signOffs: [],
    ...extra,
  };
}
