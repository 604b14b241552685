import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { ConsumerRecord, SourceReading, SourceRecord } from '../ConsumerStore';
import { DatabaseChartStore } from '../DatabaseChartStore';
import { Lease, Reschedule } from '../types';
import { sourceKey, sourcesKey } from '../workKeys';
import { leaseRow, PAYMENTS } from './walkFixtures';

/** Long after every test. */
export const LATER: Reschedule = {
  dueAt: '2099-01-01T00:00:00.000Z',
  problem: null,
};

export const PROD: SourceRecord = {
  sourceId: 'kubernetes:prod',
  provider: 'kubernetes',
  title: 'Cluster prod',
  cluster: 'prod',
  unreadable: null,
};

export const LEGACY = { url: 'https://charts.acme.dev', name: 'payments' };

/** An OCIRepository that asks for 1.8.0 of `payments`, with what is told. */
export function observed(
  about: Partial<ObservedConsumer> = {},
): ObservedConsumer {
  return {
    kind: 'OCIRepository',
    name: 'payments',
    namespace: 'shop',
    part: '',
    form: 'flux-oci-repository',
    written: 'oci://ghcr.io/acme/charts/payments 1.8.0',
    target: {
      kind: 'oci',
      registry: PAYMENTS.registry,
      repository: PAYMENTS.repository,
    },
    wants: { version: '1.8.0', digest: null },
    pin: 'version',
    bestPin: 'digest',
    runs: null,
    gate: { kind: 'none', why: 'It asks for no verification.' },
    destination: null,
    labels: {},
    findings: [],
    cluster: 'prod',
    path: null,
    href: null,
    entityRef: null,
    ...about,
  };
}

/** A consumer of `payments` in the registry, with what is told. */
export function consumerOf(
  about: Partial<ObservedConsumer> = {},
  record: Partial<ConsumerRecord> = {},
): ConsumerRecord {
  return {
    consumer: observed(about),
    chartId: PAYMENTS.chartId,
    legacy: null,
    cluster: 'prod',
    environment: 'prod',
    ownerKeys: [],
    ...record,
  };
}

/** A consumer of `payments` in its legacy repository, with what is told. */
export function legacyConsumerOf(
  about: Partial<ObservedConsumer> = {},
  legacy = LEGACY,
): ConsumerRecord {
  return consumerOf(
    {
      kind: 'HelmRelease',
      form: 'flux-helm-repository',
      written: `${legacy.url} ${legacy.name} 1.8.0`,
      target: {
        kind: 'legacy',
        repositoryUrl: legacy.url,
        name: legacy.name,
      },
      bestPin: 'version',
      ...about,
    },
    { chartId: null, legacy },
  );
}

/** A reading that saw these, to its end unless told. */
export function readingOf(
  consumers: ConsumerRecord[],
  complete = true,
): SourceReading {
  return {
    consumers,
    problems: [],
    complete,
    incompleteBecause: complete ? null : 'HelmReleases may not be listed.',
  };
}

/** Makes these the sources of their provider. */
export async function listSources(
  store: DatabaseChartStore,
  sources: SourceRecord[],
  provider = 'kubernetes',
): Promise<void> {
  await store.consumers.configureProviders([provider]);
  const lease = await leaseAgain(store, sourcesKey(provider));
  await store.consumers.replaceSources(provider, sources, lease, LATER);
}

/** Writes a reading of a source under a lease of its own. */
export async function readSource(
  store: DatabaseChartStore,
  reading: SourceReading,
  { sourceId }: SourceRecord = PROD,
): Promise<void> {
  const lease = await leaseAgain(store, sourceKey(sourceId));
  await store.consumers.recordReading(sourceId, reading, lease, LATER);
}

/** Makes a row due and leases it. */
export async function leaseAgain(
  store: DatabaseChartStore,
  key: string,
): Promise<Lease> {
  await store.queue.makeRowDue(key);
  return leaseRow(store, key);
}
