import {
  chartProvenanceIndexOperatePermission,
  DistrustedVersion,
  DistrustReport,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions } from './ChartProvenanceService';
import { DistrustService } from './DistrustService';
import { Gatekeeper } from './Gatekeeper';

const MAX_CONSUMERS = 50;

/** For operators. Entities that even they may not see in the catalog are counted, not named. */
export class AuthorizedDistrustService implements DistrustService {
  readonly #inner: DistrustService;
  readonly #gate: Gatekeeper;

  constructor(options: { inner: DistrustService; gate: Gatekeeper }) {
    this.#inner = options.inner;
    this.#gate = options.gate;
  }

  async report(options: CallerOptions): Promise<DistrustReport> {
    await this.#gate.may(chartProvenanceIndexOperatePermission, options);
    const report = await this.#inner.report(options);
    const versions = report.entries.flatMap(entry => entry.versions);
    const named = versions.flatMap(({ owner, consumers }) => [
      owner,
      ...consumers.map(({ entityRef }) => entityRef),
    ]);
    const visible = await this.#gate.visible(
      named.flatMap(ref => ref ?? []),
      options,
    );
    return {
      ...report,
      entries: report.entries.map(entry => ({
        ...entry,
        versions: entry.versions.map(version => hide(version, visible)),
      })),
    };
  }
}

function hide(
  version: DistrustedVersion,
  visible: ReadonlyMap<string, unknown>,
): DistrustedVersion {
  const { owner, consumers } = version;
  const told = consumers
    .filter(({ entityRef }) => entityRef === null || visible.has(entityRef))
    .slice(0, MAX_CONSUMERS);
  return {
    ...version,
    owner: owner !== null && visible.has(owner) ? owner : null,
    consumers: told,
    moreConsumers: consumers.length - told.length,
  };
}
