import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import { RefreshLimiter } from '../RefreshLimiter';
import { TooManyRequestsError } from '../TooManyRequestsError';

/** What a look at the registry may mend: more may be there than was read. */
const MENDED: readonly string[] = [
  'version-not-seen',
  'evidence-too-old',
  'stale',
  'evidence-incomplete',
  'awaiting-bytes',
  'no-signature',
  'missing-attestation',
];

/**
 * Makes charts due that a decision waits for, so that asking again makes sense: each once in 30 seconds by this process, however many ask.
 */
export class LookAgain {
  readonly #limiter = new RefreshLimiter();

  constructor(
    private readonly makeDue: (chartId: string) => Promise<unknown>,
  ) {}

  async after({ chartId, reasons }: GateDecision, now: Date): Promise<void> {
    if (
      chartId !== null &&
      reasons.some(({ code }) => MENDED.includes(code)) &&
      this.#mayAsk(chartId, now)
    ) {
      await this.makeDue(chartId);
    }
  }

  #mayAsk(chartId: string, now: Date): boolean {
    try {
      this.#limiter.take(chartId, now.getTime());
      return true;
    } catch (error) {
      if (error instanceof TooManyRequestsError) {
        return false;
      }
      throw error;
    }
  }
}
