import { OrasError, parseRetryAfter } from 'chart-provenance-oras';
import { LegacyRepositoryConfig } from '../../../config';
import { LegacyFailure, LegacyFailureCode } from '../LegacyFailure';

type Words = [code: LegacyFailureCode, message: string, fix: string];

const OWNER = 'Tell whoever runs the repository.';

/** What an answer that is no index means. */
export function failureOfStatus(
  { url, auth }: Pick<LegacyRepositoryConfig, 'url' | 'auth'>,
  response: { status: number; headers: Readonly<Record<string, string>> },
  now: number,
): LegacyFailure {
  const { status } = response;
  const [code, message, fix] = wordsFor(url, auth.type, status);
  return new LegacyFailure(code, {
    message,
    fix,
    status,
    retryAfterMs: parseRetryAfter(response.headers['retry-after'], now),
  });
}

function wordsFor(url: string, auth: string, status: number): Words {
  switch (status) {
    case 401:
    case 403:
      return auth === 'none'
        ? [
            'denied',
            `${url} wants credentials, and none are configured (HTTP ${status}).`,
            'Set auth for it under legacyRepositories: the user name and password, or token, that helm repo add takes.',
          ]
        : [
            'denied',
            `${url} refuses the credential (HTTP ${status}).`,
            'It takes an account that may read the repository, from whoever runs it; then correct auth under legacyRepositories.',
          ];
    case 404:
    case 410:
      return [
        'gone',
        `There is no index.yaml at ${url} (HTTP ${status}).`,
        'If the repository was taken down, its consumers must have moved; otherwise correct the URL: it is the one that helm repo add takes.',
      ];
    case 429:
      return [
        'limited',
        `${url} asks to be left alone for a while (HTTP 429).`,
        'It is tried again; see that nobody else asks it too often.',
      ];
    default:
      return status >= 500
        ? ['unreachable', `${url} fails (HTTP ${status}).`, OWNER]
        : ['misbehaved', `${url} answers HTTP ${status}.`, OWNER];
  }
}

/** What an exchange without an answer means; other errors come back as they are. */
export function failureOfError(error: unknown, url: string): unknown {
  if (!(error instanceof OrasError) || error.code === 'aborted') {
    return error;
  }
  const [code, message, fix] = wordsOf(error, url);
  const { retryAfterMs, status } = error;
  return new LegacyFailure(code, {
    ...{ message, fix, status, retryAfterMs },
    cause: error,
  });
}

function wordsOf(error: OrasError, url: string): Words {
  switch (error.code) {
    case 'too-large':
      return [
        'too-large',
        `The index of ${url} has more than 64 MiB, and is not read.`,
        'Have old versions taken out of the index; their archives may stay.',
      ];
    case 'timeout':
      return [
        'unreachable',
        `${url} did not answer in time.`,
        'Check that it runs, and that no firewall drops the connection silently.',
      ];
    case 'network':
      return [
        'unreachable',
        `${url} cannot be reached.`,
        'The doctor says why: chart-provenance doctor, or on the page of Chart Provenance.',
      ];
    case 'egress-refused':
      return [
        'refused',
        `${url} is at an address that may not be connected to, or redirects to one.`,
        'If it is meant to be on this network, set allowPrivateAddress: true for it; a redirect may lead to public https hosts only.',
      ];
    case 'redirect-refused':
      return [
        'refused',
        `${url} redirects to what is not https, or without end.`,
        'Configure the URL that it redirects to.',
      ];
    default:
      return ['misbehaved', `${url} answers what cannot be read.`, OWNER];
  }
}
