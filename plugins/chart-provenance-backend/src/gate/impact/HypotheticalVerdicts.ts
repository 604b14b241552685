import { TrustPolicy, Verdict } from 'backstage-plugin-chart-provenance-common';
import { ChartRecord } from '../../store';

/** Verdicts as they would be under other rules: from what is stored, without any request, and nothing is written. */
export interface HypotheticalVerdicts {
  /**
   * @param chart - as stored, perhaps with other names of policies
   * @param digests - of versions; those that are not in the index are missing from the answer
   * @param policies - every policy there would be
   */
  under(
    chart: ChartRecord,
    digests: readonly string[],
    policies: readonly TrustPolicy[],
  ): Promise<Map<string, Verdict>>;
}
