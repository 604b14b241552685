import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConsumerSourceProvider } from 'backstage-plugin-chart-provenance-node';
import { WorkHandler } from '../../indexing';
import { chartIdOfKey } from '../../store';
import { DatabaseChartStore } from '../../store/DatabaseChartStore';
import { TestClock } from '../../store/__testUtils__/testDatabases';
import {
  digestOf,
  presenceJudge,
  walkedEvidence,
  walkedVersion,
  walkResult,
} from '../../store/__testUtils__/walkFixtures';
import { CatalogDiscoveryOptions } from '../CatalogDiscovery';
import { RepositorySieve } from '../listing/RepositorySieve';
import { OperatorWord } from '../types';
import { Estate, LEGACY, REGISTRY } from './estate';

export const HOUR_MS = 3_600_000;

/** The company's catalog. Filtered as the catalog does it; its own stand-in knows no paging. */
export function catalogOf({
  entities,
}: Estate): CatalogDiscoveryOptions['catalog'] {
  const catalog = catalogServiceMock({ entities });
  return {
    getEntitiesByRefs: catalog.getEntitiesByRefs.bind(catalog),
    async *streamEntities(request, options) {
      const { filter } = request ?? {};
      yield (await catalog.getEntities({ filter }, options)).items;
    },
  };
}

/** Its clusters, each read in one go. */
export function clustersOf({ clusters }: Estate): ConsumerSourceProvider {
  return {
    id: 'stand-in',
    sources: async () => ({
      sources: [...clusters].map(([cluster, consumers]) => ({
        id: `stand-in:${cluster}`,
        title: cluster,
        cluster,
        read: async () => ({
          consumers,
          problems: [],
          complete: true,
          incompleteBecause: null,
        }),
      })),
      unreadable: [],
    }),
  };
}

const later = (clock: TestClock) => ({
  dueAt: new Date(clock.now().getTime() + HOUR_MS).toISOString(),
  problem: null,
});

/** Lists the registry as its handler does: through the sieve of the rules. */
export function listingOf(
  { listing }: Estate,
  store: DatabaseChartStore,
  clock: TestClock,
  rules: OperatorWord['rules'],
): WorkHandler {
  return {
    async handle(lease) {
      const sieve = new RepositorySieve(REGISTRY, rules);
      sieve.take(listing);
      const reading = {
        method: 'catalog',
        repositories: sieve.kept(),
        complete: true,
      };
      await store.discovery.recordListing(
        REGISTRY,
        reading,
        lease,
        later(clock),
      );
    },
  };
}

/** Reads the index of the legacy repository. */
export function indexOf(
  { legacyNames }: Estate,
  store: DatabaseChartStore,
  clock: TestClock,
): WorkHandler {
  const entries = legacyNames.map(name => ({
    name,
    version: '1.0.0',
    digest: digestOf(`layer ${name}`),
    created: null,
    url: null,
    deprecated: false,
  }));
  const about = { problems: [], problemCount: 0, bytes: 1, validator: null };
  return {
    handle: lease =>
      store.legacy.recordReading(
        LEGACY,
        { method: 'index', entries, ...about },
        lease,
        later(clock),
      ),
  };
}

/** Walks what is published; any other repository is empty. */
export function walkOf(
  { charts }: Estate,
  store: DatabaseChartStore,
  clock: TestClock,
): WorkHandler {
  const published = new Map(
    charts.map(chart => [chart.reference, chart.published]),
  );
  const judge = presenceJudge(clock);
  return {
    async handle(lease) {
      const chartId = chartIdOfKey(lease.key);
      const chart = await store.chartRecord(chartId);
      const facts = published.get(
        `oci://${chart?.registry}/${chart?.repository}`,
      );
      const usual = walkedVersion('1.0.0', lease.key);
      const evidence = facts?.signedBy
        ? [walkedEvidence(usual.digest, `signature ${lease.key}`)]
        : [];
      await store.recordWalk({
        chartId,
        result: walkResult(clock, {
          tags: facts
            ? [{ tag: '1.0.0', digest: usual.digest, resolvedNow: true }]
            : [],
          versions: facts
            ? [{ ...usual, facts: { ...usual.facts, ...factsOf(facts) } }]
            : [],
          evidence,
        }),
        verified: evidence.map(({ evidence: { subject, digest } }) => ({
          subject,
          digest,
          materialHash: 'material',
          verifications: [
            {
              evidence: digest,
              trust: 'root:public',
              outcome: 'proven',
              subjects: [subject],
              signer: {
                kind: 'keyless',
                root: 'public',
                issuer: 'https://token.actions.githubusercontent.com',
                subject: `${facts?.signedBy}/.github/workflows/release.yml@refs/tags/v1`,
                sourceRepository: facts?.signedBy ?? undefined,
              },
            },
          ],
        })),
        judge,
        lease,
        next: later(clock),
      });
    },
  };
}

function factsOf(
  published: NonNullable<Estate['charts'][number]['published']>,
) {
  return { sources: published.sources, maintainers: published.maintainers };
}
