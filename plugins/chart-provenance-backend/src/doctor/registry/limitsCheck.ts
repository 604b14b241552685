import {
  DoctorCheck,
  RegistryQuirks,
} from 'backstage-plugin-chart-provenance-common';
import { checkOf, Finding, ok, warning } from '../check';
import { Exchange } from './recordExchanges';

/** `ratelimit-…` of Docker Hub and the draft standard, `x-ratelimit-…` of many others. */
const PREFIXES = ['ratelimit-', 'x-ratelimit-'];
const SCARCE = 0.1;

/** How much may still be asked? */
export function limitsCheck(
  exchanges: readonly Exchange[],
  quirks: RegistryQuirks,
): DoctorCheck {
  return checkOf('limits', 'Rate limits', limitsFinding(exchanges), [
    quirks.limits,
  ]);
}

function limitsFinding(exchanges: readonly Exchange[]): Finding {
  const less = {
    what: 'Ask for less (requestsPerSecond, indexing.interval), or sign in with an account that is given more.',
    who: 'operator',
  } as const;
  if (exchanges.some(({ response }) => response?.status === 429)) {
    return warning('It limits us right now (HTTP 429).', less);
  }
  const seen = [...exchanges]
    .reverse()
    .map(({ response }) => read(response?.headers ?? {}))
    .find(one => one !== undefined);
  if (!seen) {
    return ok('It sends no limits.');
  }
  const { limit, remaining, seconds } = seen;
  const sentence = `${remaining} of ${limit} requests are left${
    seconds ? ` in a window of ${duration(seconds)}` : ''
  }.`;
  return remaining < limit * SCARCE ? warning(sentence, less) : ok(sentence);
}

function read(headers: Readonly<Record<string, string>>) {
  for (const prefix of PREFIXES) {
    const limit = /^\s*(\d{1,9})\b/.exec(headers[`${prefix}limit`] ?? '')?.[1];
    const remaining = /^\s*(\d{1,9})\b/.exec(
      headers[`${prefix}remaining`] ?? '',
    )?.[1];
    if (limit !== undefined && remaining !== undefined) {
      const window = /;\s*w=(\d{1,7})\b/.exec(headers[`${prefix}limit`])?.[1];
      return {
        limit: Number(limit),
        remaining: Number(remaining),
        seconds: window === undefined ? undefined : Number(window),
      };
    }
  }
  return undefined;
}

function duration(seconds: number): string {
  if (seconds % 3600 === 0) {
    return `${seconds / 3600} h`;
  }
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
