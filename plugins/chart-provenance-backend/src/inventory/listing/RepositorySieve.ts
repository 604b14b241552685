import {
  CompiledRepositoryRule,
  matchRepository,
} from 'backstage-plugin-chart-provenance-common';
import { OrasError } from 'chart-provenance-oras';
import { MAX_NAMES } from './bounds';

/** Keeps of what a registry lists only what the operator's rules let be read: what else there is concerns nobody here. */
export class RepositorySieve {
  readonly #kept = new Set<string>();
  #seen = 0;

  constructor(
    private readonly host: string,
    private readonly rules: readonly CompiledRepositoryRule[],
  ) {}

  /** @throws OrasError `too-many`: a listing that is cut off is none */
  take(names: readonly string[]): void {
    this.#seen += names.length;
    if (this.#seen > MAX_NAMES) {
      throw new OrasError(
        'too-many',
        `${this.host}: more than ${MAX_NAMES} repositories`,
        { host: this.host },
      );
    }
    for (const name of names) {
      if (matchRepository(this.rules, this.host, name)) {
        this.#kept.add(name);
      }
    }
  }

  /** In order. */
  kept(): string[] {
    return [...this.#kept].sort();
  }
}
