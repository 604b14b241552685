import { TrustStatus } from 'backstage-plugin-chart-provenance-common';
import { RootConfig } from '../../config';
import { failed, Finding, ok, unknown, warning } from '../check';

/** How fresh a root is that is refreshed: what the backend knows, and a terminal does not. */
export function refreshFinding(
  { id, source, refresh }: RootConfig,
  state: TrustStatus['refresh'],
): Finding {
  if (!state) {
    return unknown(
      'The backend keeps it fresh and knows its age; from here it cannot be told. GET /status has it, and so has the doctor on the page of Chart Provenance.',
    );
  }
  const { stale, staleAt, signedSince, lastSuccessAt, problem } = state;
  const days = Math.round((refresh?.maxAgeMs ?? 0) / (24 * 60 * 60 * 1000));
  const tried = problem === null ? '' : ` The last try failed: ${problem}`;
  const next = { what: nextStep(source), who: 'operator' as const };
  if (stale) {
    return failed(
      `It is stale${
        staleAt === null ? '' : ` since ${staleAt}`
      }: what stands on it is not called verified.${tried}`,
      next,
    );
  }
  if (lastSuccessAt === null) {
    return warning(
      `It was never refreshed${
        staleAt === null ? '' : `, and is stale from ${staleAt} on`
      }.${tried}`,
      next,
    );
  }
  const sentence = `It was refreshed last at ${lastSuccessAt}${
    signedSince === null
      ? ''
      : `; the newest that is signed is known here since ${signedSince}`
  }. Without anything newer ${id} is stale from ${staleAt} on (maxAge: ${days} days).`;
  return problem === null ? ok(sentence) : warning(sentence + tried, next);
}

function nextStep(source: RootConfig['source']): string {
  switch (source.type) {
    case 'publicGood':
      return 'Let the backend reach https://tuf-repo-cdn.sigstore.dev, directly or through HTTPS_PROXY; where it must not, use type: file with refresh, or refresh: false.';
    case 'tuf':
      return `Let the backend reach ${source.url}, and see that the repository is still signed anew.`;
    default:
      return `See that whoever writes ${source.path} still does, and that the backend may read it.`;
  }
}
