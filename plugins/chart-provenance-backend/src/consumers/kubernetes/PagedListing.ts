import { DocumentProblem } from 'backstage-plugin-chart-provenance-node';
import { z } from 'zod';
import { Answer } from './Answer';
import { ClusterReader } from './ClusterReader';
import { ServedKind } from './discoverKinds';
import { objectListSchema } from './schema';
import { tidyObjects } from './tidyObjects';

/** The objects of one kind, as far as they could be had. */
export interface KindListing {
  objects: Record<string, unknown>[];
  problems: DocumentProblem[];
  /** The account may not list this kind. */
  forbidden: boolean;
  /** Why not all are there, to go on a sentence with; undefined when they are, or when it is forbidden. */
  cutShort: string | undefined;
}

interface ReadPage {
  page: z.output<typeof objectListSchema>;
  bytes: number;
}
type Next = ReadPage | 'forbidden' | 'expired' | 'too-large';

/** One kind, in pages of one size. */
export class PagedListing {
  readonly #reader: ClusterReader;
  readonly #kind: ServedKind;
  readonly #pageSize: number;
  #objects: Record<string, unknown>[] = [];
  #problems: DocumentProblem[] = [];
  /** Leads to the page that is read next; undefined after the last one. */
  #token: string | undefined = '';
  #restarted = false;

  constructor(reader: ClusterReader, kind: ServedKind, pageSize: number) {
    this.#reader = reader;
    this.#kind = kind;
    this.#pageSize = pageSize;
  }

  async read(): Promise<KindListing | 'too-large'> {
    while (this.#token !== undefined) {
      const { spent } = this.#reader.budget;
      if (spent !== undefined) {
        return this.#listing(spent);
      }
      const next = await this.#nextPage(this.#token);
      if (next === 'too-large') {
        return next;
      }
      if (next === 'forbidden') {
        return { ...this.#listing(), objects: [], forbidden: true };
      }
      const cutShort = next === 'expired' ? this.#restart() : this.#take(next);
      if (cutShort !== undefined) {
        return this.#listing(cutShort);
      }
    }
    return this.#listing();
  }

  #listing(cutShort?: string): KindListing {
    return {
      objects: this.#objects,
      problems: this.#problems,
      forbidden: false,
      cutShort,
    };
  }

  /** What was read belongs to a state that is gone: an object may have moved from a later page to an earlier one. */
  #restart(): string | undefined {
    if (this.#restarted) {
      return 'it changes faster than it can be read';
    }
    this.#restarted = true;
    this.#objects = [];
    this.#problems = [];
    this.#token = '';
    return undefined;
  }

  #take({ page, bytes }: ReadPage): string | undefined {
    const { items, metadata } = page;
    const { budget } = this.#reader;
    const kept = items.slice(0, budget.objects);
    const tidy = tidyObjects(kept, this.#kind);
    this.#objects = this.#objects.concat(tidy.objects);
    this.#problems = this.#problems.concat(tidy.problems);
    budget.answer(bytes, items.length);
    const before = this.#token;
    this.#token = metadata.continue || undefined;
    if (kept.length < items.length) {
      return 'it holds too many objects';
    }
    return this.#token !== undefined && this.#token === before
      ? 'its pages do not end'
      : undefined;
  }

  async #nextPage(token: string): Promise<Next> {
    const query = new URLSearchParams({ limit: String(this.#pageSize) });
    if (token !== '') {
      query.set('continue', token);
    }
    const { group, version, plural, kind } = this.#kind;
    const answer = await this.#reader.get(
      `/apis/${group}/${version}/${plural}?${query}`,
    );
    const refusal = refusalOf(answer, token !== '');
    if (refusal) {
      return refusal;
    }
    const page = this.#reader.shaped(
      answer,
      objectListSchema.extend({
        kind: z.literal(`${kind}List`),
        apiVersion: z.literal(`${group}/${version}`),
      }),
    );
    return { page, bytes: answer.by === 'answer' ? answer.bytes : 0 };
  }
}

function refusalOf(
  answer: Answer,
  isLater: boolean,
): Exclude<Next, ReadPage> | undefined {
  if (answer.by === 'too-large') {
    return 'too-large';
  }
  if (answer.by === 'cluster' && answer.status === 403) {
    return 'forbidden';
  }
  return answer.by === 'cluster' && answer.status === 410 && isLater
    ? 'expired'
    : undefined;
}
