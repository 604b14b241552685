import { EgressTransport, OrasError, withRetry } from 'chart-provenance-oras';
import { z } from 'zod';
import { bearerOf } from './authorizationOf';
import { MAX_NAMES, MAX_PAGES } from './bounds';
import { getJson, JsonQuestion, unreadable } from './getJson';
import { ListingCall, ListRepositories } from './ListingCall';
import { literalPrefixes } from './literalPrefixes';

const API_HOST = 'artifactregistry.googleapis.com';
const PAGE_SIZE = 1_000;
const SUFFIX = '-docker.pkg.dev';

const named = z.array(z.object({ name: z.string() })).max(PAGE_SIZE);
const next = z.string().optional();

/** @see https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories/list */
const repositoriesSchema = z.object({
  repositories: named.default([]),
  nextPageToken: next,
});

/** @see https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories.packages/list */
const packagesSchema = z.object({
  packages: named.default([]),
  nextPageToken: next,
});

/** Artifact Registry: the packages of each repository that a rule begins with, `project/repository`, or of all of a project's. */
export const listGar: ListRepositories = async call => {
  const { prefixes, complete } = literalPrefixes(call.rules, 2);
  const egress = call.deps.openEgress({ allowedHosts: [API_HOST] });
  try {
    for (const prefix of prefixes) {
      await listPrefix(prefix, egress, call);
    }
  } finally {
    await egress.close();
  }
  return complete;
};

async function listPrefix(
  prefix: string,
  egress: EgressTransport,
  { registry, access, sieve, signal }: ListingCall,
): Promise<void> {
  const credential = await access(prefix).credentials(registry.host, {
    signal,
  });
  const question = {
    transport: withRetry(egress),
    what: `what is in ${prefix}`,
    authorization: bearerOf(credential),
    signal,
  };
  const [project, repository] = prefix.split('/');
  const location = registry.host.slice(0, -SUFFIX.length);
  const parent = `projects/${encodeURIComponent(
    project,
  )}/locations/${location}`;
  const repositories =
    repository === undefined
      ? await collect(`${parent}/repositories`, 'repositories', question)
      : [repository];
  for (const one of repositories) {
    const path = `${parent}/repositories/${encodeURIComponent(one)}/packages`;
    const packages = await collect(path, 'packages', question);
    sieve.take(packages.map(name => `${project}/${one}/${name}`));
  }
}

/** The last part of each name, which for a package is escaped: `charts%2Fpayments`. */
async function collect(
  path: string,
  list: 'repositories' | 'packages',
  question: Omit<JsonQuestion, 'url'>,
): Promise<string[]> {
  const names: string[] = [];
  let token: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({
      pageSize: String(PAGE_SIZE),
      ...(token && { pageToken: token }),
    });
    const url = `https://${API_HOST}/v1/${path}?${query}`;
    const { json } = await getJson({ ...question, url });
    const found =
      list === 'packages'
        ? packagesSchema.safeParse(json)
        : repositoriesSchema.safeParse(json);
    if (!found.success) {
      throw unreadable(url, question.what);
    }
    const items =
      'packages' in found.data ? found.data.packages : found.data.repositories;
    names.push(...items.map(({ name }) => lastPartOf(name)));
    token = found.data.nextPageToken;
    if (!token) {
      return names;
    }
    if (names.length > MAX_NAMES) {
      break;
    }
  }
  throw new OrasError('too-many', `${API_HOST}: more than is read`);
}

function lastPartOf(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
