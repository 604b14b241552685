import { z } from 'zod';
import { isObject } from './isObject';
import { Problems } from './problems';
import { refreshSchema, rootSchema } from './trustSchema';
import { RefreshConfig, RootConfig, RootSource } from './types';

type Written = z.output<typeof rootSchema>;
type Type = Written['type'];

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_REFRESH: RefreshConfig = {
  intervalMs: DAY_MS,
  maxAgeMs: 30 * DAY_MS,
};
const DEFAULT_TARGET = 'trusted_root.json';

/** GitHub's own instance keeps no logs: times are from its timestamp authorities. */
const GITHUB_THRESHOLDS = { tlog: 0, ctlog: 0, timestamp: 1 };
const THRESHOLDS = { tlog: 1, ctlog: 1, timestamp: 1 };

/** The keys that only some types read. */
const PARTIAL: readonly {
  key: 'path' | 'url' | 'rootPath' | 'target' | 'allowPrivateAddress';
  readBy: readonly Type[];
}[] = [
  { key: 'path', readBy: ['file', 'github'] },
  { key: 'url', readBy: ['tuf'] },
  { key: 'rootPath', readBy: ['tuf'] },
  { key: 'target', readBy: ['tuf'] },
  { key: 'allowPrivateAddress', readBy: ['tuf'] },
];

/** Reads one entry of `trust.roots`. */
export function readRoot(
  value: unknown,
  path: string,
  problems: Problems,
): RootConfig | undefined {
  const refreshed = readRefresh(value, `${path}.refresh`, problems);
  const root = problems.parse(rootSchema, value, path);
  if (!root) {
    return undefined;
  }
  const { id, type, demo } = root;
  const thresholds = {
    ...(type === 'github' ? GITHUB_THRESHOLDS : THRESHOLDS),
    ...root.thresholds,
  };
  if (thresholds.tlog + thresholds.timestamp === 0) {
    problems.add(
      `${path}.thresholds`,
      'tlog and timestamp are both 0: nothing would prove when a signature was made; set one of them to 1 or more',
    );
  }
  if (refreshed === null && type === 'tuf') {
    problems.add(
      `${path}.refresh`,
      'cannot be false with type: tuf, which has nothing but what it fetches; use type: file for a copy',
    );
  }
  refuseStray(root, path, problems);
  const source = readSource(root, path, problems);
  const isFetched = type === 'publicGood' || type === 'tuf';
  const refresh =
    refreshed === undefined && isFetched ? DEFAULT_REFRESH : refreshed ?? null;
  return source && { id, source, refresh, demo, thresholds };
}

/** A key that is not read would look as if it counted. */
function refuseStray(root: Written, path: string, problems: Problems): void {
  for (const { key, readBy } of PARTIAL) {
    if (root[key] !== undefined && !readBy.includes(root.type)) {
      problems.add(
        `${path}.${key}`,
        `is read only with type: ${readBy.join(' or ')}; remove one of the two`,
      );
    }
  }
}

/** Read by itself, so that its problems are told even where the rest has some: null for false, undefined where nothing is written. */
function readRefresh(
  root: unknown,
  path: string,
  problems: Problems,
): RefreshConfig | null | undefined {
  const written = isObject(root) ? root.refresh : undefined;
  if (written === undefined || written === false) {
    return written === false ? null : undefined;
  }
  const { interval, maxAge } =
    problems.parse(refreshSchema, written, path) ?? {};
  const read = {
    intervalMs: interval ?? DEFAULT_REFRESH.intervalMs,
    maxAgeMs: maxAge ?? DEFAULT_REFRESH.maxAgeMs,
  };
  if (read.intervalMs >= read.maxAgeMs) {
    problems.add(
      path,
      'interval must be shorter than maxAge, or the root would go stale between two refreshes',
    );
  }
  return read;
}

function readSource(
  root: Written,
  path: string,
  problems: Problems,
): RootSource | undefined {
  const { type, path: file, url, rootPath } = root;
  switch (type) {
    case 'publicGood':
      return { type };
    case 'tuf': {
      if (url === undefined) {
        problems.add(`${path}.url`, 'is missing: the URL of a TUF repository');
      }
      if (rootPath === undefined) {
        problems.add(
          `${path}.rootPath`,
          'is missing: the path of a root.json of that repository, got in a way you trust',
        );
      }
      const { target = DEFAULT_TARGET, allowPrivateAddress = false } = root;
      return url === undefined || rootPath === undefined
        ? undefined
        : { type, url, rootPath, target, allowPrivateAddress };
    }
    default:
      if (file === undefined) {
        problems.add(
          `${path}.path`,
          type === 'github'
            ? 'is missing: the path of a file written by gh attestation trusted-root'
            : 'is missing: the path of a trusted_root.json',
        );
        return undefined;
      }
      return { type, path: file };
  }
}
