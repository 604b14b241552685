import type { LegacyEntry } from '../../../store';
import { LegacyFailure } from '../LegacyFailure';
import { MAX_ENTRIES, MAX_PROBLEMS } from './bounds';
import { readEntry } from './readEntry';

/** What is in an index. */
export interface Entries {
  /** e.g. `v1`; undefined when it has none, as in ChartMuseum's answer. */
  apiVersion: string | undefined;
  /** The first of each version, in the order in which they are written. */
  entries: LegacyEntry[];
  /** At most 20. */
  problems: { where: string; message: string }[];
  problemCount: number;
  /** Charts that may have more versions than could be read. */
  uncertain?: readonly string[] | 'all';
}

/** Collects what an index lists, and what is wrong with it. */
export class EntryList {
  private readonly entries: LegacyEntry[] = [];
  private readonly problems: { where: string; message: string }[] = [];
  private problemCount = 0;
  private allUncertain = false;
  private readonly uncertainCharts = new Set<string>();
  private read = 0;
  private readonly versions = new Map<string, Set<string>>();

  constructor(private readonly base: string) {}

  /** @throws LegacyFailure `too-many` */
  add(chart: string, written: unknown, where: string): void {
    this.read += 1;
    if (this.read > MAX_ENTRIES) {
      throw new LegacyFailure('too-many', {
        message: `The index lists more than ${MAX_ENTRIES} versions, and is not read.`,
        fix: 'Have old versions taken out of the index; their archives may stay.',
      });
    }
    const entry = readEntry(chart, written, this.base);
    if (typeof entry === 'string') {
      this.problem(where, entry);
    } else if (this.isNew(entry)) {
      this.entries.push(entry);
    } else {
      this.problem(
        where,
        'The version is there twice; the first counts, as with Helm.',
      );
    }
  }

  /** Something that could not be read at all; of `chart`, or who knows of which. */
  unread(where: string, message: string, chart?: string): void {
    this.problem(where, message);
    if (chart === undefined) {
      this.allUncertain = true;
    } else {
      this.uncertainCharts.add(chart);
    }
  }

  result(apiVersion: string | undefined): Entries {
    const { entries, problems, problemCount, uncertainCharts } = this;
    const uncertain = this.allUncertain ? 'all' : [...uncertainCharts].sort();
    return {
      ...{ apiVersion, entries, problems, problemCount },
      ...(uncertain.length > 0 && { uncertain }),
    };
  }

  private problem(where: string, message: string): void {
    this.problemCount += 1;
    if (this.problems.length < MAX_PROBLEMS) {
      this.problems.push({ where, message });
    }
  }

  private isNew({ name, version }: LegacyEntry): boolean {
    const versions = this.versions.get(name) ?? new Set<string>();
    this.versions.set(name, versions);
    const known = versions.has(version);
    versions.add(version);
    return !known;
  }
}
