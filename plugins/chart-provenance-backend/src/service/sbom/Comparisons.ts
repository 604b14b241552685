import {
  compareComponents,
  countChanges,
  countKinds,
  countLicences,
  SbomComponent,
  SbomPage,
  SbomRow,
} from 'backstage-plugin-chart-provenance-common';

/** Some people look at some versions: each page, each filter and each key pressed asks for the same comparison again. */
const KEPT = 6;

/** Components compared and counted. */
export interface Comparison
  extends Pick<SbomPage, 'changes' | 'licences' | 'kinds'> {
  rows: SbomRow[];
}

/**
 * Keeps the comparisons asked for last. What is compared never changes: evidence is named by its digest. Publishers decide how long
 * comparing takes, so it is not done anew for each page.
 */
export class Comparisons {
  readonly #kept = new Map<string, Comparison>();

  /**
   * @param key - names both documents
   * @param read - reads them, the older one null where there is none; undefined for what cannot be read, and is not kept
   */
  async of(
    key: string,
    read: () => Promise<
      { own: SbomComponent[]; older: SbomComponent[] | null } | undefined
    >,
  ): Promise<Comparison | undefined> {
    const known = this.#kept.get(key);
    const comparison = known ?? compare(await read());
    if (comparison) {
      this.#kept.delete(key);
      this.#kept.set(key, comparison);
      for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) {
        this.#kept.delete(oldest);
      }
    }
    return comparison;
  }
}

function compare(
  documents:
    | { own: SbomComponent[]; older: SbomComponent[] | null }
    | undefined,
): Comparison | undefined {
  if (!documents) {
    return undefined;
  }
  const { own, older } = documents;
  const rows = compareComponents(own, older);
  return {
    rows,
    changes: older ? countChanges(rows) : null,
    licences: countLicences(own),
    kinds: countKinds(own),
  };
}
