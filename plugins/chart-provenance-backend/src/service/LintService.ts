import {
  LintReport,
  LintRequest,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions } from './ChartProvenanceService';

/**
 * Checks texts for mistakes in references, in a thread that is ended for time.
 *
 * @internal
 */
export interface LintService {
  /** @throws InputError when it takes too long or cannot be read, TooManyRequestsError. Nothing of the text is logged or kept. */
  lint(
    request: LintRequest,
    caller: CallerOptions & { name: string },
  ): Promise<LintReport>;
}
