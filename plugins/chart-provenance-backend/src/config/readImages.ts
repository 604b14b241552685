import { compileRepositoryRules } from 'backstage-plugin-chart-provenance-common';
import { imageRepositorySchema, imagesSchema } from './imagesSchema';
import { ImagesConfig } from './imagesTypes';
import { isObject } from './isObject';
import { Problems } from './problems';
import { hostSchema } from './registrySchema';

const TIMEOUT_MS = 20_000;

/** Reads `images`. Whether host and policy are configured is `checkReferences`' to tell. */
export function readImages(raw: unknown, problems: Problems): ImagesConfig {
  const images = problems.parse(imagesSchema, raw ?? {}, 'images');
  const written =
    isObject(raw) && Array.isArray(raw.repositories) ? raw.repositories : [];
  return {
    readArchives: raw !== undefined,
    render: images?.render
      ? {
          helm: images.render.helm,
          timeoutMs: images.render.timeout ?? TIMEOUT_MS,
        }
      : null,
    repositories: written.flatMap((value: unknown, index) =>
      readRepository(value, `images.repositories[${index}]`, problems),
    ),
  };
}

function readRepository(
  value: unknown,
  path: string,
  problems: Problems,
): ImagesConfig['repositories'] {
  const entry = problems.parse(imageRepositorySchema, value, path);
  if (!entry) {
    return [];
  }
  const host = hostOfPattern(entry.match);
  if (host === undefined) {
    problems.add(
      `${path}.match`,
      'must begin with the host of a configured registry, like ghcr.io/acme/{name}',
    );
    return [];
  }
  const match = entry.match.slice(host.length + 1);
  // The same grammar of globs and sources as for charts.
  const compiled = compileRepositoryRules([
    { registry: host, match, source: entry.source },
  ]);
  for (const problem of compiled.problems) {
    problems.add(problem.path.replace('[0]', path), problem.message);
  }
  return compiled.rules.map(({ segments }) => ({
    pattern: entry.match,
    host,
    segments,
    policy: entry.policy,
    source: entry.source ?? null,
  }));
}

/** The host that a pattern of images begins with; undefined when it begins with none. */
export function hostOfPattern(pattern: string): string | undefined {
  const slash = pattern.indexOf('/');
  return slash > 0
    ? hostSchema.safeParse(pattern.slice(0, slash)).data
    : undefined;
}
