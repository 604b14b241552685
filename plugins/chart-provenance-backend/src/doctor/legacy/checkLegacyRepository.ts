import {
  DoctorCheck,
  DoctorSection,
} from 'backstage-plugin-chart-provenance-common';
import { OrasError } from 'chart-provenance-oras';
import { LegacyRepositoryConfig } from '../../config';
import { LegacyClient } from '../../migration/legacy/http/LegacyClient';
import { LegacyFailure } from '../../migration/legacy/LegacyFailure';
import { readEntries } from '../../migration/legacy/text/readEntries';
import { CredentialDeps } from '../../registries';
import { checkOf, failed, Finding, ok, unknown, warning } from '../check';
import { explainFailure } from '../failure';
import { attempt } from '../registry/attempt';

const MIB = 1024 * 1024;
/** Helm reads it whole at every update, and other clients have bounds of their own. */
const LARGE = 10 * MIB;
const TIMEOUTS = {
  connectMs: 5_000,
  headersMs: 10_000,
  bodyMs: 10_000,
  totalMs: 30_000,
};

type Answer = { status: number; body: Uint8Array };

/** Is the index of a legacy repository there, readable and of a sensible size? Reads it as indexing does. Never throws. */
export async function checkLegacyRepository(
  repository: LegacyRepositoryConfig,
  options: { deps: Pick<CredentialDeps, 'openEgress'>; signal: AbortSignal },
): Promise<DoctorSection> {
  const { url } = repository;
  const { host } = new URL(url);
  const answer = await attempt(() => readIndex(repository, options));
  const checks = answer.done
    ? [reached(url), ...(await checksOfAnswer(repository, answer.value))]
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
  repository: LegacyRepositoryConfig,
  { deps, signal }: Parameters<typeof checkLegacyRepository>[1],
): Promise<Answer> {
  const { openEgress } = deps;
  const client = new LegacyClient(repository, {
    openEgress,
    timeouts: TIMEOUTS,
  });
  try {
    return await client.get('index.yaml', { signal });
  } finally {
    await client.close();
  }
}

function reached(url: string): DoctorCheck {
  const { host, protocol } = new URL(url);
  const how = protocol === 'http:' ? 'over plain HTTP' : 'and TLS is in order';
  return checkOf('connection', 'Connection', ok(`${host} is reached, ${how}.`));
}

async function checksOfAnswer(
  { url, auth }: LegacyRepositoryConfig,
  { status, body }: Answer,
): Promise<DoctorCheck[]> {
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
    ? [taken, index(await indexFinding(body, url))]
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

async function indexFinding(body: Uint8Array, url: string): Promise<Finding> {
  const read = await attempt(() =>
    readEntries(body, { base: `${url}/index.yaml` }),
  );
  if (!read.done) {
    const { error } = read;
    return error instanceof LegacyFailure
      ? failed(error.message, { what: error.fix, who: 'operator' })
      : explainFailure(error, new URL(url).host);
  }
  const { apiVersion, entries, problems, problemCount } = read.value;
  const charts = new Set(entries.map(({ name }) => name)).size;
  const size = `${(body.byteLength / MIB).toFixed(1)} MiB`;
  const sentence = `apiVersion ${apiVersion}, ${charts} charts, ${entries.length} versions, ${size}.`;
  if (problemCount > 0) {
    const [{ where, message }] = problems;
    return warning(
      `${sentence} ${problemCount} places are left out, the first at ${where}: ${message}`,
      {
        what: 'Have them mended or taken out: Helm leaves them out too, or refuses the whole index.',
        who: 'registry-owner',
      },
    );
  }
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
        failed('It has more than 64 MiB, and is not read.', {
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
