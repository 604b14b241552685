import {
  GateReasonCode,
  ReasonCode,
} from 'backstage-plugin-chart-provenance-common';
import {
  GateFacts,
  gateReasonOf,
} from 'backstage-plugin-chart-provenance-common/gate';
import { OpenTarget } from '../registries';
import { ChartRecord } from '../store';
import { isNotFound, toProblem } from '../walk/toProblem';
import { Coalescer } from './Coalescer';

type TagAnswer = NonNullable<GateFacts['tag']>;

const TIMEOUT_MS = 5_000;

/** What {@link TagQuestions} asks with. */
export interface TagQuestionsOptions {
  openTarget: OpenTarget;
  /** How long a question may take, milliseconds. 5,000 unless told. */
  timeoutMs?: number;
}

/**
 * Asks registries where tags point now. Nothing is remembered: a tag may be moved the next moment, and what was promoted on an old answer is
 * other bytes. Goes through the registry's own limits, so that a pipeline that asks in a loop is no heavier for it than the index.
 */
export class TagQuestions {
  readonly #options: Required<TagQuestionsOptions>;
  readonly #asked = new Coalescer<TagAnswer>();

  constructor(options: TagQuestionsOptions) {
    this.#options = { timeoutMs: TIMEOUT_MS, ...options };
  }

  /** Never throws: what could not be told is part of the answer. The chart is one that a rule lets be read. */
  async ask(chart: ChartRecord, tag: string): Promise<TagAnswer> {
    const { registry, repository } = chart;
    // A question that hangs in spite of its signal must not keep those behind it from being asked.
    const answer = this.#asked.ask(`${registry}/${repository}:${tag}`, () =>
      this.#inTime(tag, this.#resolve(chart, tag)),
    );
    return this.#inTime(tag, answer);
  }

  async #inTime(tag: string, answer: Promise<TagAnswer>): Promise<TagAnswer> {
    const { timeoutMs } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<TagAnswer>(resolve => {
      timer = setTimeout(() => resolve(tooLate(tag, timeoutMs)), timeoutMs);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #resolve(
    { registry, repository }: ChartRecord,
    tag: string,
  ): Promise<TagAnswer> {
    const { openTarget, timeoutMs } = this.#options;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const target = openTarget(registry, repository);
      const { digest } = await target.resolve(tag, { signal });
      return { state: 'at', digest };
    } catch (error) {
      if (signal.aborted) {
        return tooLate(tag, timeoutMs);
      }
      if (isNotFound(error)) {
        return { state: 'absent' };
      }
      const { code, message } = toProblem(error, tag);
      return unknown(code, message);
    }
  }
}

function tooLate(tag: string, timeoutMs: number): TagAnswer {
  return unknown(
    'registry-unreachable',
    `The registry did not say within ${
      timeoutMs / 1000
    } seconds where the tag ${tag} points.`,
  );
}

function unknown(
  code: ReasonCode & GateReasonCode,
  message: string,
): TagAnswer {
  return { state: 'unknown', reason: gateReasonOf(code, message) };
}
