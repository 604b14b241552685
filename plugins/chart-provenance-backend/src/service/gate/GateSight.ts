import {
  chartProvenanceChartReadPermission,
  chartProvenanceIndexOperatePermission,
} from 'backstage-plugin-chart-provenance-common';
import { BoundedMap } from '../../gate';
import { ChartRecord, DecisionScope } from '../../store';
import { CallerOptions } from '../ChartProvenanceService';
import { Gatekeeper } from '../Gatekeeper';
import { callerKey } from './callerKey';

const REMEMBERED_MS = 60_000;
const MAX_REMEMBERED = 20_000;
const MAX_CLAIMANTS = 10;

/** Asked for in place of a chart that is not there; the answer does not matter. */
const NOBODY = 'component:default/chart-provenance-of-no-chart';

interface Seen<T> {
  answer: T;
  until: number;
}

/** What {@link GateSight} asks. */
export interface GateSightOptions {
  gate: Gatekeeper;
  owners: () => Promise<string[]>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * What a caller of the gate may see. Answers are remembered for a minute, for each caller apart: a pipeline asks a hundred times for the same
 * chart. What could not be found out is not remembered, and throws.
 */
export class GateSight {
  readonly #options: GateSightOptions;
  readonly #read = new BoundedMap<Seen<boolean>>(MAX_REMEMBERED);
  readonly #scopes = new BoundedMap<Seen<string[]>>(1_000);

  constructor(options: GateSightOptions) {
    this.#options = options;
  }

  /**
   * May the caller know of the chart? Of one that nobody owns, only operators and whoever may read a claimant. Undefined stands for a chart that
   * is not there: as much is asked for every chart that the answer is no for, so that how long it takes tells nobody which it is.
   *
   * @param place - of the chart, `host/path`
   */
  async mayRead(
    chart: ChartRecord | undefined,
    place: string,
    caller: CallerOptions,
  ): Promise<boolean> {
    const owners = ownersOf(chart);
    const asked = owners.length > 0 ? owners : [NOBODY];
    if ((await this.#remembered(place, asked, caller)) && owners.length > 0) {
      return true;
    }
    const isOperator = await this.isOperator(caller);
    return chart?.owner === null && isOperator;
  }

  /** May the caller read what is about an entity? */
  mayReadEntity(entityRef: string, caller: CallerOptions): Promise<boolean> {
    return this.#remembered('', [entityRef], caller);
  }

  isOperator(caller: CallerOptions): Promise<boolean> {
    return this.#options.gate.isAllowed(
      chartProvenanceIndexOperatePermission,
      caller,
    );
  }

  /** Whose decisions the caller may see. */
  async scope(caller: CallerOptions): Promise<DecisionScope> {
    if (await this.isOperator(caller)) {
      return 'all';
    }
    const { now } = this.#options;
    const entityRefs = await remembered(
      this.#scopes,
      callerKey(caller.credentials),
      now(),
      () => this.#readableOwners(caller),
    );
    return { entityRefs };
  }

  async #readableOwners(caller: CallerOptions): Promise<string[]> {
    return [...(await this.#readable(await this.#options.owners(), caller))];
  }

  /** May the caller read one of them? */
  #remembered(
    place: string,
    entityRefs: readonly string[],
    caller: CallerOptions,
  ): Promise<boolean> {
    const key = [place, ...entityRefs, callerKey(caller.credentials)].join(' ');
    return remembered(
      this.#read,
      key,
      this.#options.now(),
      async () => (await this.#readable(entityRefs, caller)).size > 0,
    );
  }

  async #readable(
    entityRefs: readonly string[],
    caller: CallerOptions,
  ): Promise<Set<string>> {
    const { gate } = this.#options;
    const seen = await gate.visible(entityRefs, caller);
    return gate.allowedOn(
      chartProvenanceChartReadPermission,
      seen.keys(),
      caller,
    );
  }
}

function ownersOf(chart: ChartRecord | undefined): string[] {
  if (chart?.owner) {
    return [chart.owner];
  }
  return chart ? chart.conflict.slice(0, MAX_CLAIMANTS) : [];
}

async function remembered<T>(
  known: BoundedMap<Seen<T>>,
  key: string,
  now: number,
  ask: () => Promise<T>,
): Promise<T> {
  const seen = known.get(key);
  // A clock that was put back must not make an answer last.
  if (seen && now < seen.until && seen.until - now <= REMEMBERED_MS) {
    return seen.answer;
  }
  const answer = await ask();
  known.set(key, { answer, until: now + REMEMBERED_MS });
  return answer;
}
