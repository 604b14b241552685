import { OrasError } from 'chart-provenance-oras';
import { failed, Finding } from '../check';
import { connectionFailure } from './connectionFailure';
import { refusalFailure } from './refusalFailure';

/** What to say of a call that did not get what it wanted. Never in the words of whoever answered. */
export function explainFailure(error: unknown, host: string): Finding {
  if (!(error instanceof OrasError)) {
    return failed('It failed inside this program.', {
      what: 'Please report it; the log of the process says more.',
      who: 'operator',
    });
  }
  switch (error.code) {
    case 'network':
      return connectionFailure(error, host);
    case 'egress-refused':
      return refusalFailure(error);
    case 'redirect-refused':
      return error.status === undefined
        ? refusalFailure(error)
        : // An answer's message has words of whoever answered.
          failed(`${host} answers with a redirect${statusOf(error)}.`, {
            what: 'Tell whoever runs it: what was asked for is not to be redirected.',
            who: 'registry-owner',
          });
    case 'timeout':
      return failed(`${host} did not answer in time.`, {
        what: 'Check that it runs, and that no firewall drops the connection silently.',
        who: 'platform',
      });
    case 'aborted':
      return failed('It took longer than the doctor waits.', {
        what: 'Try again; if it stays, the registry or the way to it is too slow to be indexed.',
        who: 'platform',
      });
    case 'rate-limited':
      return failed(limited(error), {
        what: 'Wait, ask for less (requestsPerSecond, interval), or sign in: most registries give more to an account.',
        who: 'operator',
      });
    case 'unavailable':
      return failed(`${host} fails${statusOf(error)}.`, {
        what: 'Wait and try again; if it stays, tell whoever runs it.',
        who: 'registry-owner',
      });
    case 'too-large':
    case 'too-many':
    case 'malformed-response':
    case 'digest-mismatch':
    case 'size-mismatch':
      return failed(
        `What ${host} answered cannot be what was asked for${statusOf(error)}.`,
        {
          what: 'Check that the host is a registry, and that no proxy or login page answers in its place.',
          who: 'operator',
        },
      );
    default:
      return failed(`${host} refuses it${statusOf(error)}.`, {
        what: 'Check the host and what the credential may do.',
        who: 'registry-owner',
      });
  }
}

/** ` (HTTP 503)`, where there was an answer. */
export function statusOf({ status }: OrasError): string {
  return status === undefined ? '' : ` (HTTP ${status})`;
}

function limited({ host, retryAfterMs }: OrasError): string {
  const wait =
    retryAfterMs === undefined
      ? ''
      : ` for ${Math.ceil(retryAfterMs / 1000)} s`;
  return `${host ?? 'It'} limits us${wait} (HTTP 429).`;
}
