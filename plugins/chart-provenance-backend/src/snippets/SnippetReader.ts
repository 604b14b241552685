import {
  ChartImage,
  ConsumerRow,
  registryKindOf,
  SnippetInput,
  SnippetVersion,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from '../config';
import { ChartReads, ChartRecord, LegacyStore } from '../store';
import { TrustInput } from '../verification';
import { legacyServerOf } from './legacyServerOf';
import { ManifestReader } from './manifests/ManifestReader';
import { snippetTrust } from './snippetTrust';

const MAX_TAGS = 50;

/** What texts are made from. */
export interface SnippetReaderOptions {
  reads: Pick<
    ChartReads,
    'chart' | 'versions' | 'versionDetail' | 'tellingTags'
  >;
  legacy: Pick<LegacyStore, 'factsOf' | 'repositories'>;
  config: Pick<
    ChartProvenanceConfig,
    'registries' | 'policies' | 'trust' | 'gate' | 'images'
  >;
  /** Public material in force. */
  trust: () => TrustInput;
  manifests: Pick<ManifestReader, 'read'>;
  images: (chartId: string, digest: string) => Promise<readonly ChartImage[]>;
  /** Bases without a slash at their ends. */
  urls: { app: string; api: string };
  now: () => Date;
}

/** Gathers what the texts of a chart are made from. */
export class SnippetReader {
  readonly #options: SnippetReaderOptions;

  constructor(options: SnippetReaderOptions) {
    this.#options = options;
  }

  /**
   * @param digest - of the version to name; the newest verified one without, else the newest
   * @param consumers - those that the reader may see, and wants to see changed
   * @returns undefined when there is no such version
   */
  async input(
    chart: ChartRecord,
    digest: string | undefined,
    consumers: readonly ConsumerRow[],
  ): Promise<SnippetInput | undefined> {
    const { config, manifests, images, urls } = this.#options;
    const row = await this.version(chart.chartId, digest);
    if (!row && digest !== undefined) {
      return undefined;
    }
    const version = row ? versionOf(row) : null;
    const { reads } = this.#options;
    const summary = await reads.chart(chart.chartId);
    const telling = await reads.tellingTags(chart.chartId, MAX_TAGS);
    const policies = policiesOf(chart, config);
    const found = version ? await images(chart.chartId, version.digest) : [];
    const imagePolicies = config.policies.filter(({ name }) =>
      found.some(({ policy }) => policy === name),
    );
    const registry = config.registries.find(
      ({ host }) => host === chart.registry,
    );
    const name = chart.repository.split('/').at(-1)!;
    const owner = chart.owner ?? chart.conflict[0] ?? '';
    return {
      chart: {
        chartId: chart.chartId,
        registry: chart.registry,
        repository: chart.repository,
        name,
        registryKind: registryKindOf(chart.registry),
        plainHttp: registry?.plainHttp ?? false,
        entityRef: owner,
        expectedSource: chart.expectedSource,
      },
      version,
      policies,
      imagePolicies,
      ...snippetTrust(
        [...policies, ...imagePolicies],
        config,
        this.#options.trust(),
      ),
      legacy: await this.#legacy(chart.chartId),
      gate: { apiUrl: urls.api, environments: this.#environments() },
      pageUrl: `${urls.app}/catalog/${pathOf(owner)}/chart-provenance`,
      tags: telling.tags,
      tagsRead: {
        at: summary?.freshness.lastSuccessAt ?? null,
        complete: telling.complete,
      },
      images: found,
      consumers: await manifests.read(consumers),
    };
  }

  /** The version that texts name. */
  async version(
    chartId: string,
    digest: string | undefined,
  ): Promise<VersionRow | undefined> {
    const { reads } = this.#options;
    if (digest !== undefined) {
      return (await reads.versionDetail(chartId, digest))?.row;
    }
    for (const query of [
      { status: 'verified', prereleases: false },
      { status: 'verified' },
      { prereleases: false },
      {},
    ] as const) {
      const page = await reads.versions(chartId, { ...query, limit: 1 });
      if (page?.items[0]) {
        return page.items[0];
      }
    }
    return undefined;
  }

  async #legacy(chartId: string): Promise<SnippetInput['legacy']> {
    const facts = await this.#options.legacy.factsOf(chartId);
    if (!facts) {
      return null;
    }
    const { repositoryUrl, name } = facts;
    const repositories = await this.#options.legacy.repositories();
    const method =
      repositories.find(({ url }) => url === repositoryUrl)?.method ?? null;
    return {
      repositoryUrl,
      name,
      server: legacyServerOf(repositoryUrl, method),
    };
  }

  #environments(): SnippetInput['gate']['environments'] {
    const { config, now } = this.#options;
    const today = now().toISOString().slice(0, 10);
    const byName = new Map(
      config.gate.environments.map(({ name, enforceFrom }) => [
        name,
        enforceFrom === 'always' ||
          (enforceFrom !== 'never' && enforceFrom <= today),
      ]),
    );
    return [...byName].map(([name, enforced]) => ({ name, enforced }));
  }
}

function policiesOf(
  chart: ChartRecord,
  config: Pick<ChartProvenanceConfig, 'policies'>,
): SnippetInput['policies'] {
  return config.policies.filter(
    ({ name, selectable }) =>
      chart.policies.includes(name) ||
      (selectable && chart.requestedPolicies.includes(name)),
  );
}

function versionOf(row: VersionRow): SnippetVersion {
  const asTag = row.version.replaceAll('+', '_');
  const tags = row.tags.map(({ tag }) => tag);
  return {
    version: row.version,
    tag: tags.includes(asTag) ? asTag : null,
    digest: row.digest,
    chartLayerDigest: row.chartLayerDigest,
    status: row.verdict.status,
  };
}

/** `component:default/payments` → `default/component/payments` */
function pathOf(entityRef: string): string {
  const [kind, rest = ''] = entityRef.split(':');
  const [namespace, name = ''] = rest.split('/');
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}
