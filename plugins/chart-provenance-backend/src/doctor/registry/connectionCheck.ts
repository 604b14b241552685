import { DoctorCheck } from 'backstage-plugin-chart-provenance-common';
import { checkOf, failed, Finding, ok } from '../check';
import { explainFailure } from '../failure';
import { proxyFor, ProxyEnvironment } from '../proxyFor';
import { Exchange } from './recordExchanges';

/** Does the host resolve, and may and can it be connected to? */
export function connectionCheck(
  host: string,
  first: Exchange | undefined,
  failure: unknown,
  environment: ProxyEnvironment,
): DoctorCheck {
  const url = first && new URL(first.request.url);
  const proxy = url && proxyFor(url, environment);
  const way = proxy ? ` through the proxy ${proxy}` : '';
  const finding: Finding = first?.response
    ? ok(
        `${host} is reached${way}${
          url?.protocol === 'http:' ? ' over plain HTTP' : ', TLS is in order'
        }.`,
      )
    : explainFailure(first?.error ?? failure, host);
  return checkOf('connection', 'Connection', finding, [
    !first?.response && proxy
      ? `It goes through the proxy ${proxy}, which resolves the name.`
      : null,
    finding.result === 'ok' && url?.protocol === 'http:'
      ? 'Whoever is on the way can read and change what is sent, the credential included.'
      : null,
  ]);
}

/** Does what answers there speak the distribution API? */
export function apiCheck(host: string, first: Exchange): DoctorCheck {
  return checkOf('api', 'Registry API', apiFinding(host, first));
}

function apiFinding(host: string, { response, error }: Exchange): Finding {
  const status = response?.status;
  if (status === 200 || status === 401) {
    return ok(
      `/v2/ answers${status === 401 ? ', and asks who is there' : ''}.`,
    );
  }
  if (status === undefined) {
    return explainFailure(error, host);
  }
  if (status === 404) {
    return failed('There is no /v2/: what answers is no OCI registry.', {
      what: 'Correct the host, or its port; a registry below a path is not supported by any client.',
      who: 'operator',
    });
  }
  if (status >= 300 && status < 400) {
    return failed(`/v2/ redirects elsewhere (HTTP ${status}).`, {
      what: 'Configure the host it redirects to, if that is the registry.',
      who: 'operator',
    });
  }
  if (status === 429) {
    return failed('It limits us before anything else was asked (HTTP 429).', {
      what: 'Wait, and ask for less: requestsPerSecond and indexing.interval.',
      who: 'operator',
    });
  }
  return failed(`/v2/ answers HTTP ${status}.`, {
    what: 'Tell whoever runs the registry; a firewall in between answers like that too.',
    who: 'registry-owner',
  });
}
