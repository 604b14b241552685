import { OrasError } from 'chart-provenance-oras';
import { TrustFailure } from '../TrustFailure';

/** What an answer means that is not the file. */
export function failureOfStatus(
  url: string,
  status: number,
  details: { retryAfterMs?: number } = {},
): TrustFailure {
  const what = `${url} answers HTTP ${status}`;
  if (status === 429) {
    return new TrustFailure(
      'limited',
      `${what}: it asks to be left alone for a while.`,
      details,
    );
  }
  if (status >= 500) {
    return new TrustFailure('unreachable', `${what}.`, details);
  }
  return new TrustFailure(
    'misbehaved',
    status === 404 ? `${what}: a TUF repository has such a file.` : `${what}.`,
  );
}

/** What an exchange without an answer means. */
export function failureOfError(url: string, error: unknown): TrustFailure {
  if (!(error instanceof OrasError)) {
    return new TrustFailure(
      'unreachable',
      `${new URL(url).host} did not send everything in time.`,
      { cause: error },
    );
  }
  const { host } = new URL(url);
  const { retryAfterMs } = error;
  const make = (code: TrustFailure['code'], message: string) =>
    new TrustFailure(code, message, { cause: error, retryAfterMs });
  switch (error.code) {
    case 'too-large':
      return make('too-large', `${url} is longer than it may be.`);
    case 'timeout':
    case 'aborted':
      return make('unreachable', `${host} did not answer in time.`);
    case 'network':
      return make('unreachable', `${host} cannot be reached.`);
    case 'egress-refused':
      return make(
        'refused',
        `${host} is at an address that may not be connected to; if it is meant to be on this network, set allowPrivateAddress: true for the root.`,
      );
    case 'redirect-refused':
      return make(
        'refused',
        `${host} redirects to another server, which is not followed; configure the URL it redirects to.`,
      );
    default:
      return make('misbehaved', `${host} answers what cannot be read.`);
  }
}
