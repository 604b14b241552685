import { ChartRow, fromJson } from './rows';
import { ChartRecord } from './types';

/** The inventory's part of a row. */
export function chartRecordOf(row: ChartRow): ChartRecord {
  return {
    chartId: row.chart_id,
    registry: row.registry,
    repository: row.repository,
    owner: row.owner,
    knownBy: row.known_by,
    expectedSource: row.expected_source,
    policies: fromJson<string[]>(row.policies),
    requestedPolicies: fromJson<string[]>(row.requested_policies),
    conflict: fromJson<string[]>(row.conflict),
  };
}

/** Every policy that must be met, each once. */
export function policiesOf(
  chart: Pick<ChartRecord, 'policies' | 'requestedPolicies'>,
): string[] {
  return [...new Set([...chart.policies, ...chart.requestedPolicies])];
}
