import {
  BlockedConsumer,
  ConsumerRow,
  Verdict,
} from 'backstage-plugin-chart-provenance-common';

/** What a chart version would have to be. */
export interface Demand {
  /** Verdicts as they would be, by digest; digests that are not in the index are missing. */
  verdicts: ReadonlyMap<string, Verdict>;
  /** Consumers must name a digest. */
  requireDigest: boolean;
}

/** What a change would do to a consumer the next time it is deployed; undefined: nothing. */
export type Outcome = Pick<BlockedConsumer, 'outcome' | 'reason'> | undefined;

/**
 * Would the gate let pass what the consumer runs? By the bytes and by nothing else: a version whose bytes are not recorded may be any. Fail
 * closed: what nobody can tell is never left out.
 */
export function blocks(row: ConsumerRow, demand: Demand): Outcome {
  if (row.from === 'legacy') {
    return unknown(
      'It takes the chart from the legacy repository, which the gate does not know.',
    );
  }
  const running = blocksBytes(row, demand);
  if (
    running?.outcome !== 'blocked' &&
    demand.requireDigest &&
    row.pin !== 'digest'
  ) {
    return {
      outcome: 'blocked',
      reason: `It asks for ${
        row.wants.version ?? 'no version'
      } and not for a digest.`,
    };
  }
  return running;
}

function blocksBytes(row: ConsumerRow, { verdicts }: Demand): Outcome {
  const digest = row.runs?.digest ?? (row.runs ? null : row.wants.digest);
  if (digest === null) {
    return unknown(
      row.runs
        ? `It runs ${
            row.runs.version ?? 'some version'
          }, and which bytes that are is not recorded.`
        : `It asks for ${
            row.wants.version ?? 'no version'
          }, and what runs is not known.`,
    );
  }
  const verdict = verdicts.get(digest);
  if (!verdict) {
    return unknown('What runs is not in the index.');
  }
  return verdict.status === 'verified'
    ? undefined
    : {
        outcome: 'blocked',
        reason: verdict.reasons[0]?.message ?? `It is ${verdict.status}.`,
      };
}

/** Would it find its chart no more, were the legacy repository turned off? */
export function losesLegacy(row: ConsumerRow): Outcome {
  return row.from === 'legacy'
    ? {
        outcome: 'blocked',
        reason: 'It still takes the chart from the legacy repository.',
      }
    : undefined;
}

function unknown(reason: string): Outcome {
  return { outcome: 'unknown', reason };
}
