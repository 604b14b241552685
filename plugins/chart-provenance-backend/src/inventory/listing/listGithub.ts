import { ScmIntegrations } from '@backstage/integration';
import { EgressTransport, OrasError, withRetry } from 'chart-provenance-oras';
import { z } from 'zod';
import { bearerOf } from './authorizationOf';
import { MAX_PAGES } from './bounds';
import { getJson, JsonQuestion, unreadable } from './getJson';
import { ListingCall, ListRepositories } from './ListingCall';
import { literalPrefixes } from './literalPrefixes';

const PAGE_SIZE = 100;
const HEADERS = {
  accept: 'application/vnd.github+json',
  'x-github-api-version': '2022-11-28',
};

/** @see https://docs.github.com/en/rest/packages/packages#list-packages-for-an-organization */
const pageSchema = z.array(z.object({ name: z.string() })).max(1_000);

/** GitHub: the container packages of each owner that a rule begins with, an organisation or a user. */
export const listGithub: ListRepositories = async call => {
  const { prefixes, complete } = literalPrefixes(call.rules, 1);
  const api = apiOf(call);
  const { host } = new URL(api);
  const { allowPrivateAddress } = call.registry;
  const egress = call.deps.openEgress({
    hosts: { [host]: { allowPrivateAddress } },
    allowedHosts: [host],
  });
  try {
    for (const owner of prefixes) {
      await listOwner(owner, api, egress, call);
    }
  } finally {
    await egress.close();
  }
  return complete;
};

async function listOwner(
  owner: string,
  api: string,
  egress: EgressTransport,
  call: ListingCall,
): Promise<void> {
  const { registry, access, signal } = call;
  const credential = await access(owner).credentials(registry.host, { signal });
  const question = {
    transport: withRetry(egress),
    what: `the packages of ${owner}`,
    authorization: bearerOf(credential),
    headers: HEADERS,
    signal,
  };
  const name = encodeURIComponent(owner);
  try {
    await listPages(`${api}/orgs/${name}`, owner, question, call);
  } catch (error) {
    if (!(error instanceof OrasError) || error.code !== 'not-found') {
      throw error;
    }
    await listPages(`${api}/users/${name}`, owner, question, call);
  }
}

async function listPages(
  base: string,
  owner: string,
  question: Omit<JsonQuestion, 'url'>,
  { registry, sieve }: ListingCall,
): Promise<void> {
  for (let page = 1; page <= MAX_PAGES; page++) {
    const url = `${base}/packages?package_type=container&per_page=${PAGE_SIZE}&page=${page}`;
    const { json, headers } = await getJson({ ...question, url });
    const found = pageSchema.safeParse(json);
    if (!found.success) {
      throw unreadable(url, question.what);
    }
    sieve.take(found.data.map(({ name }) => `${owner}/${name}`));
    // Where the next page is it says too; only that there is one is believed.
    if (!/;\s*rel="?next"?/i.test((headers.link ?? '').slice(0, 8_192))) {
      return;
    }
  }
  throw new OrasError('too-many', `${registry.host}: more pages than are read`);
}

/** The API that goes with the registry: as `integrations` says, else where GitHub has it. */
function apiOf({ registry: { host, auth }, deps }: ListingCall): string {
  const configured =
    auth.type === 'integration'
      ? ScmIntegrations.fromConfig(deps.rootConfig).github.byHost(auth.host)
          ?.config.apiBaseUrl
      : undefined;
  if (configured !== undefined) {
    return configured.replace(/\/+$/, '');
  }
  if (host === 'ghcr.io') {
    return 'https://api.github.com';
  }
  const github = host.replace(/^containers\./, '');
  return github.endsWith('.ghe.com')
    ? `https://api.${github}`
    : `https://${github}/api/v3`;
}
