import {
  ConsumerRow,
  ConsumerSourceStatus,
  ConsumerSummary,
  PinKind,
} from 'backstage-plugin-chart-provenance-common';
import { placesLookedAt } from '../../migration';

/** Consumers in numbers: all of them, whether the reader may see them or not. `hidden` is for whoever knows the reader. */
export function summariseUsage(
  rows: readonly ConsumerRow[],
  sources: readonly ConsumerSourceStatus[],
): ConsumerSummary {
  const byPin: Record<PinKind, number> = {
    digest: 0,
    version: 0,
    range: 0,
    floating: 0,
    templated: 0,
    unknown: 0,
  };
  let legacy = 0;
  for (const { from, pin } of rows) {
    if (from === 'legacy') {
      legacy += 1;
    } else {
      byPin[pin] += 1;
    }
  }
  return {
    total: rows.length,
    hidden: 0,
    byPin,
    legacy,
    unreadSources: sources.filter(isUnread).length,
    nobodyLooked: placesLookedAt(sources).length === 0,
  };
}

/** It was never read to its end, or not the last time. */
function isUnread({ lastSuccessAt, problem }: ConsumerSourceStatus): boolean {
  return lastSuccessAt === null || problem !== null;
}
