import { compileGlob } from 'backstage-plugin-chart-provenance-common';
import { DEFAULT_ENVIRONMENT } from 'backstage-plugin-chart-provenance-common/gate';
import { gateEnvironmentSchema, gateSchema } from './gateSchema';
import { GateConfig, GateEnvironmentConfig } from './gateTypes';
import { isObject } from './isObject';
import { Problems } from './problems';
import { hostOfPattern } from './readImages';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;

/** Reads `gate`. Whether hosts and policies are configured is `checkReferences`' to tell. */
export function readGate(raw: unknown, problems: Problems): GateConfig {
  const gate = problems.parse(gateSchema, raw ?? {}, 'gate');
  const written =
    isObject(raw) && Array.isArray(raw.environments) ? raw.environments : [];
  const environments = written.flatMap((value: unknown, index) =>
    readEnvironment(value, `gate.environments[${index}]`, problems),
  );
  reportUnreached(written, problems);
  reportLookalikes(written, problems);
  const offline = gate?.offlineLifetime ?? 24 * HOUR_MS;
  return {
    environments,
    maxAgeMs: gate?.maxAge ?? HOUR_MS,
    lifetimeMs: gate?.decisionLifetime ?? 15 * MINUTE_MS,
    offlineLifetimeMs: offline === false ? null : offline,
    requestsPerMinute: gate?.requestsPerMinute ?? 600,
  };
}

function readEnvironment(
  value: unknown,
  path: string,
  problems: Problems,
): GateEnvironmentConfig[] {
  const entry = problems.parse(gateEnvironmentSchema, value, path);
  if (!entry) {
    return [];
  }
  const { name, enforceFrom, requireDigest, requireImages } = entry;
  return [
    {
      ...{ name, enforceFrom, requireDigest, requireImages },
      repositories:
        entry.repositories?.flatMap(pattern =>
          readPattern(pattern, `${path}.repositories`, problems),
        ) ?? null,
      policies: [...new Set(entry.policies)],
      maxAgeMs: entry.maxAge ?? null,
    },
  ];
}

function readPattern(
  pattern: string,
  path: string,
  problems: Problems,
): NonNullable<GateEnvironmentConfig['repositories']> {
  const host = hostOfPattern(pattern);
  if (host === undefined) {
    problems.add(
      path,
      `'${pattern}' must begin with the host of a configured registry, like ghcr.io/acme/charts/**`,
    );
    return [];
  }
  const glob = compileGlob(pattern.slice(host.length + 1));
  if ('problems' in glob) {
    glob.problems.forEach(problem => problems.add(path, problem));
    return [];
  }
  return [{ pattern, host, segments: glob.segments }];
}

/** One of the two is most likely a mistake, and the stricter one is then the one that nobody asks for. */
function reportLookalikes(
  written: readonly unknown[],
  problems: Problems,
): void {
  const known = new Map([[DEFAULT_ENVIRONMENT, DEFAULT_ENVIRONMENT]]);
  written.forEach((entry, index) => {
    const { name } = isObject(entry) ? entry : {};
    if (typeof name !== 'string') {
      return;
    }
    const lower = name.toLowerCase();
    const first = known.get(lower) ?? name;
    known.set(lower, first);
    if (first !== name) {
      problems.add(
        `gate.environments[${index}].name`,
        `'${name}' and '${first}' differ in their case alone, and are two environments; write both alike`,
      );
    }
  });
}

/** The first entry of a name that is for every chart is the last that counts. */
function reportUnreached(
  written: readonly unknown[],
  problems: Problems,
): void {
  const forAll = new Set<unknown>();
  written.forEach((entry, index) => {
    const { name, repositories } = isObject(entry) ? entry : {};
    if (name !== undefined && forAll.has(name)) {
      problems.add(
        `gate.environments[${index}]`,
        `is never reached: an entry of '${name}' before it has no repositories, and is for every chart; put it last`,
      );
    }
    if (repositories === undefined) {
      forAll.add(name);
    }
  });
}
