import {
  DoctorCheck,
  DoctorSection,
} from 'backstage-plugin-chart-provenance-common';
import { followRedirects, OrasError } from 'chart-provenance-oras';
import { LegacyRepositoryConfig } from '../../config';
import { CredentialDeps } from '../../registries';
import { checkOf, failed, Finding, ok, unknown, warning } from '../check';
import { explainFailure } from '../failure';
import { attempt } from '../registry/attempt';
import { scanIndex } from './scanIndex';

const MIB = 1024 * 1024;
const READ_AT_MOST = 20 * MIB;
/** Helm reads it whole at every update, and other clients have bounds of their own. */
const LARGE = 10 * MIB;
const TIMEOUTS = {
  connectMs: 5_000,
  headersMs: 10_000,
  bodyMs: 10_000,
  totalMs: 30_000,
};

type Answer = { status: number; body: Uint8Array };

/** Is the index of a legacy repository there, readable and of a sensible size? Reads nothing else. Never throws. */
export async function checkLegacyRepository(
  repository: LegacyRepositoryConfig,
  options: { deps: Pick<CredentialDeps, 'openEgress'>; signal: AbortSignal },
): Promise<DoctorSection> {
  const { url } = repository;
  const { host } = new URL(url);
  const answer = await attempt(() => readIndex(repository, options));
  const checks = answer.done
    ? [reached(url), ...checksOfAnswer(repository, answer.value)]
    : checksOfFailure(answer.error, host);
  return {
    id: `legacy:${url}`,
    kind: 'legacy',
    title: url,
    product: null,
    checks,
    notes: [],
  };
}

async function readIndex(
  { url, auth, allowPrivateAddress }: LegacyRepositoryConfig,
  { deps, signal }: Parameters<typeof checkLegacyRepository>[1],
): Promise<Answer> {
  const { host, protocol } = new URL(url);
  const plainHttp = protocol === 'http:';
  const egress = deps.openEgress({
    hosts: { [host]: { allowPrivateAddress, plainHttp } },
    timeouts: TIMEOUTS,
  });
  const authorization = headerOf(auth);
  try {
    return await followRedirects(
      egress,
      {
        method: 'GET',
        url: `${url}/index.yaml`,
        headers: authorization ? { authorization } : {},
        maxBytes: READ_AT_MOST,
        signal,
      },
      // What is read here is only counted, and credentials stay at the first origin.
      'any',
    );
  } finally {
    await egress.close();
  }
}

function headerOf(auth: LegacyRepositoryConfig['auth']): string | undefined {
  if (auth.type === 'basic') {
    const pair = Buffer.from(`${auth.username}:${auth.password}`, 'utf8');
    return `Basic ${pair.toString('base64')}`;
  }
  return auth.type === 'token' ? `Bearer ${auth.token}` : undefined;
}

function reached(url: string): DoctorCheck {
  const { host, protocol } = new URL(url);
  const how = protocol === 'http:' ? 'over plain HTTP' : 'and TLS is in order';
  return checkOf('connection', 'Connection', ok(`${host} is reached, ${how}.`));
}

function checksOfAnswer(
  { auth }: LegacyRepositoryConfig,
  { status, body }: Answer,
): DoctorCheck[] {
  const index = (finding: Finding) => checkOf('index', 'index.yaml', finding);
  const credentials = (finding: Finding) =>
    checkOf('credentials', 'Credentials', finding);
  const signsIn = auth.type !== 'none';
  if (status === 401 || status === 403) {
    return [
      credentials(
        failed(
          signsIn
            ? `The credential is refused (HTTP ${status}).`
            : `It wants credentials, and none are configured (HTTP ${status}).`,
          {
            what: 'It takes an account that may read the repository, from whoever runs it.',
            who: signsIn ? 'registry-owner' : 'operator',
          },
        ),
      ),
      index(unknown('Not tried: it lets nobody in.')),
    ];
  }
  const taken = credentials(
    ok(
      signsIn
        ? 'The credential is not refused.'
        : 'Anonymous access is let in.',
    ),
  );
  return status === 200
    ? [taken, index(indexFinding(body))]
    : [taken, index(statusFinding(status))];
}

function statusFinding(status: number): Finding {
  return status === 404 || status === 410
    ? failed(`There is no index.yaml (HTTP ${status}).`, {
        what: 'Correct the URL: it is the one that helm repo add takes.',
        who: 'operator',
      })
    : failed(`index.yaml answers HTTP ${status}.`, {
        what: 'Tell whoever runs the repository.',
        who: 'registry-owner',
      });
}

function indexFinding(body: Uint8Array): Finding {
  const text = new TextDecoder().decode(body);
  const { apiVersion, charts, versions } = scanIndex(text);
  if (apiVersion === undefined || charts === undefined) {
    const html = /^\s*<(?:!doctype|html)/i.test(text);
    return failed(
      `What is there is no index.yaml${html ? ' but an HTML page' : ''}.`,
      {
        what: html
          ? 'A login or error page answers in its place: check URL and credentials.'
          : 'Correct the URL: it is the one that helm repo add takes.',
        who: 'operator',
      },
    );
  }
  const size = `${(body.byteLength / MIB).toFixed(1)} MiB`;
  const sentence = `apiVersion ${apiVersion}, ${charts} charts, ${versions} versions, ${size}.`;
  return body.byteLength > LARGE
    ? warning(`${sentence} Clients read it whole each time.`, {
        what: 'Have old versions taken out of the index; their archives may stay.',
        who: 'registry-owner',
      })
    : ok(sentence);
}

function checksOfFailure(error: unknown, host: string): DoctorCheck[] {
  const notTried = unknown('Not tried: it cannot be reached.');
  if (error instanceof OrasError && error.code === 'too-large') {
    return [
      checkOf('connection', 'Connection', ok(`${host} is reached.`)),
      checkOf('credentials', 'Credentials', ok('Nothing is refused.')),
      checkOf(
        'index',
        'index.yaml',
        failed('It has more than 20 MiB, and is not read to its end.', {
          what: 'Have old versions taken out of the index; their archives may stay.',
          who: 'registry-owner',
        }),
      ),
    ];
  }
  return [
    checkOf('connection', 'Connection', explainFailure(error, host)),
    checkOf('credentials', 'Credentials', notTried),
    checkOf('index', 'index.yaml', notTried),
  ];
}
