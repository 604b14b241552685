import {
  chartProvenanceConsumerReadPermission,
  GateChange,
  GateImpact,
  StaleRoot,
} from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from './config';
import {
  impactOf,
  ImpactReader,
  ImpactReaderOptions,
  StoredHypotheses,
  StoredHypothesesOptions,
} from './gate/impact';
import { createChartJudge } from './indexing';
import { CallerOptions, Gatekeeper, visibleConsumers } from './service';
import { EvidenceVerifier } from './verification';

/** What a change would stop is told from. */
export interface ImpactOptions {
  config: ChartProvenanceConfig;
  store: ImpactReaderOptions['reads'] & {
    consumers: ImpactReaderOptions['consumers'];
    gate: StoredHypothesesOptions['store'];
  };
  verifier: Pick<EvidenceVerifier, 'version'> & {
    materials: Pick<EvidenceVerifier['materials'], 'hash'>;
  };
  gate: Gatekeeper;
  rootsStale: (now: Date) => readonly StaleRoot[];
}

/** Tells what a change would stop; consumers whose entity the caller may not see are numbers, and so are all for who may not read consumers. */
export function createImpact({
  config,
  store,
  verifier,
  gate,
  rootsStale,
}: ImpactOptions): (
  change: GateChange,
  caller: CallerOptions,
) => Promise<GateImpact> {
  const now = () => new Date();
  const reader = new ImpactReader({
    reads: store,
    consumers: store.consumers,
    verdicts: new StoredHypotheses({
      store: store.gate,
      judgeBy: policies =>
        createChartJudge({
          policies,
          distrust: config.trust.distrust,
          materialHash: verifier.materials.hash,
          verifierVersion: verifier.version,
          now,
        }),
      rootsStale: () => rootsStale(now()),
      now,
    }),
    config,
  });
  const environments = config.consumers.environments.map(({ name }) => name);
  return async (change, caller) => {
    const all = await reader.of(change);
    const mayKnow = await gate.isAllowed(
      chartProvenanceConsumerReadPermission,
      caller,
    );
    const rows = mayKnow ? all.touched.map(({ row }) => row) : [];
    const visible = await visibleConsumers(rows, gate, caller);
    return impactOf(
      change,
      all,
      new Map(visible.map(row => [row.id, row])),
      environments,
    );
  };
}
