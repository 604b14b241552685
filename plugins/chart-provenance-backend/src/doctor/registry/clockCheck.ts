import { DoctorCheck } from 'backstage-plugin-chart-provenance-common';
import { checkOf, Finding, ok, unknown, warning } from '../check';
import { Exchange } from './recordExchanges';

const TOLERATED_MS = 30_000;

/** Does the clock here agree with the registry's? Tokens and signed requests are good for minutes. */
export function clockCheck(
  host: string,
  exchanges: readonly Exchange[],
): DoctorCheck {
  return checkOf('clock', 'Clock', clockFinding(host, exchanges));
}

function clockFinding(host: string, exchanges: readonly Exchange[]): Finding {
  const differences = exchanges.flatMap(({ response, at, to }) => {
    const there = Date.parse(response?.headers.date ?? '');
    return to === 'registry' && Number.isFinite(there) ? [at - there] : [];
  });
  if (differences.length === 0) {
    return unknown(`${host} does not say what time it is.`);
  }
  // The smallest: a Date header may come out of a cache, and is then late.
  const difference = differences.reduce((a, b) =>
    Math.abs(b) < Math.abs(a) ? b : a,
  );
  if (Math.abs(difference) <= TOLERATED_MS) {
    return ok(`The clock here and that of ${host} agree.`);
  }
  const amount = inWords(Math.abs(difference));
  return warning(
    `The clock here is ${amount} ${
      difference > 0 ? 'ahead of' : 'behind'
    } that of ${host}.`,
    {
      what: 'Synchronise the clock of this machine (NTP); tokens, windows of keys and staleness are judged by it. If it is right, tell whoever runs the registry.',
      who: 'platform',
    },
  );
}

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) {
    return `${seconds} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
