import { OrasError } from 'chart-provenance-oras';
import { z } from 'zod';
import { RegistryConfig } from '../../config';
import { authorizationOf } from './authorizationOf';
import { MAX_PAGES } from './bounds';
import { getJson, unreadable } from './getJson';
import { ListingCall, ListRepositories } from './ListingCall';
import { literalPrefixes } from './literalPrefixes';

const PAGE_SIZE = 100;

/** @see https://github.com/goharbor/harbor/blob/v2.13.0/api/v2.0/swagger.yaml (`listRepositories`) */
const pageSchema = z.array(z.object({ name: z.string() })).max(1_000);

/** Harbor: the repositories of each project that a rule begins with. */
export const listHarbor: ListRepositories = async call => {
  const { prefixes, complete } = literalPrefixes(call.rules, 1);
  let whole = complete;
  for (const project of prefixes) {
    whole = (await listProject(project, call)) && whole;
  }
  return whole;
};

async function listProject(
  project: string,
  { registry, access, sieve, signal }: ListingCall,
): Promise<boolean> {
  const { transport, credentials } = access(project);
  const what = `the repositories of the project ${project}`;
  const authorization = authorizationOf(
    await credentials(registry.host, { signal }),
  );
  let seen = 0;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const url = `${originOf(registry)}/api/v2.0/projects/${encodeURIComponent(
      project,
    )}/repositories?page=${page}&page_size=${PAGE_SIZE}`;
    const question = { transport, url, what, authorization, signal };
    const { json, headers } = await getJson(question);
    const found = pageSchema.safeParse(json);
    if (!found.success) {
      throw unreadable(url, what);
    }
    const names = found.data.map(({ name }) => name);
    sieve.take(names);
    seen += names.length;
    const total = Number(headers['x-total-count'] ?? Infinity);
    if (names.length === 0 || seen >= total) {
      // Fewer than it counts itself: something is missing, and what is missing is not gone.
      return !(Number.isFinite(total) && seen < total);
    }
  }
  throw new OrasError('too-many', `${registry.host}: more pages than are read`);
}

function originOf({ host, plainHttp }: RegistryConfig): string {
  return `${plainHttp ? 'http' : 'https'}://${host}`;
}
