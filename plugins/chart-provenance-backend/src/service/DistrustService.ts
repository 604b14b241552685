import { DistrustReport } from 'backstage-plugin-chart-provenance-common';
import { CallerOptions } from './ChartProvenanceService';

/** Answers what the operator distrusts, and what stands on it. */
export interface DistrustService {
  report(options: CallerOptions): Promise<DistrustReport>;
}
