import { TrustPolicy } from 'backstage-plugin-chart-provenance-common';
import {
  capMaxAge,
  chooseEnvironment,
  GateEnvironment,
} from 'backstage-plugin-chart-provenance-common/gate';
import { GateConfig } from '../../config';
import { ChartRecord, policiesOf } from '../../store';

/** What the operator has said. */
export interface OperatorWord {
  config: GateConfig;
  policies: readonly TrustPolicy[];
}

/**
 * An environment as it holds for a chart: with evidence no older than the strictest policy allows. Undefined where there is none of that name.
 *
 * @param chart - null: whatever chart; then the first entry of the name counts
 */
export function environmentFor(
  name: string,
  chart: ChartRecord | null,
  { config, policies }: OperatorWord,
): GateEnvironment | undefined {
  const environment = chooseEnvironment(config, name, chart);
  const applied = [
    ...(chart ? policiesOf(chart) : []),
    ...(environment?.policies ?? []),
  ];
  return (
    environment &&
    capMaxAge(
      environment,
      policies.flatMap(one =>
        applied.includes(one.name) ? one.maxStalenessMs : [],
      ),
    )
  );
}
