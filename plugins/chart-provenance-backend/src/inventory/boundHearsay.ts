import { Teller } from './candidates';
import { Resolution } from './resolution';

/** Repositories of one registry that are tried though only an index or a manifest names them. */
export const MOST_HEARSAY = 5_000;

const HEARSAY: ReadonlySet<Teller> = new Set([
  'legacy',
  'consumer',
  'legacyConsumer',
]);

/**
 * Keeps at most `most` repositories a registry that are known from hearsay only. Whoever writes a manifest can name a hundred
 * thousand: each would cost the registry a request a look, with the operator's credentials. Names that an index of the operator's
 * own legacy repositories lists go before those that only consumers wrote, and those that both name before all, so that a liar among the
 * consumers crowds out nobody but other consumers. Beyond that the order is that of the ids, which nobody chooses by name.
 */
export function boundHearsay(
  resolutions: readonly Resolution[],
  most: number = MOST_HEARSAY,
): {
  kept: Resolution[];
  leftOut: { registry: string; repositories: number }[];
} {
  const byRegistry = new Map<string, Resolution[]>();
  const kept: Resolution[] = [];
  for (const resolution of resolutions) {
    if (isHearsay(resolution)) {
      const { registry } = resolution.candidate;
      byRegistry.set(registry, byRegistry.get(registry) ?? []);
      byRegistry.get(registry)?.push(resolution);
    } else {
      kept.push(resolution);
    }
  }
  const leftOut = [];
  for (const [registry, heard] of byRegistry) {
    heard.sort(
      (a, b) => rankOf(a) - rankOf(b) || (a.chartId < b.chartId ? -1 : 1),
    );
    kept.push(...heard.slice(0, most));
    if (heard.length > most) {
      leftOut.push({ registry, repositories: heard.length - most });
    }
  }
  leftOut.sort((a, b) => (a.registry < b.registry ? -1 : 1));
  return { kept, leftOut };
}

/** Only an index or a manifest tells of it. An owner whom the rule computes from the repository's name makes it no less hearsay: the name is what the liar chose. */
export function isHearsay({ candidate, ownership }: Resolution): boolean {
  const tellers = [...candidate.tellers];
  const decided =
    ownership.state === 'conflict' ||
    (ownership.state === 'owned' && ownership.knownBy !== 'convention');
  return (
    !decided &&
    tellers.length > 0 &&
    tellers.every(teller => HEARSAY.has(teller))
  );
}

function rankOf({ candidate: { tellers } }: Resolution): number {
  if (tellers.has('legacy')) {
    return tellers.size > 1 ? 0 : 1;
  }
  return 2;
}
