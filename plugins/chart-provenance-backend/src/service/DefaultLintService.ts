import {
  LintReport,
  LintRequest,
} from 'backstage-plugin-chart-provenance-common';
import { CallerRate } from './lint/CallerRate';
import { LintService } from './LintService';

/** Checks a text. */
export interface TextChecker {
  check: (request: LintRequest) => Promise<LintReport>;
}

/** What the service is made from. */
export interface DefaultLintServiceOptions {
  checker: TextChecker;
  now: () => Date;
}

/** As often as somebody types, and a pull request's files from a pipeline. */
const RATE = { burst: 60, perSecond: 5 };

/** Checks texts, for each caller so often. It reads nothing of the index or the catalog, so there is nothing to authorise but who calls. */
export class DefaultLintService implements LintService {
  readonly #checker: TextChecker;
  readonly #now: () => Date;
  readonly #rate = new CallerRate(RATE);

  constructor({ checker, now }: DefaultLintServiceOptions) {
    this.#checker = checker;
    this.#now = now;
  }

  async lint(
    request: LintRequest,
    { name }: Parameters<LintService['lint']>[1],
  ): Promise<LintReport> {
    this.#rate.take(name, this.#now().getTime());
    return this.#checker.check(request);
  }
}
