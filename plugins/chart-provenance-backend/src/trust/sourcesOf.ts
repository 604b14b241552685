import { createHash } from 'node:crypto';
import { RootConfig } from '../config';
import { embeddedRoot } from '../verification';
import { TufSource } from './types';

/**
 * The TUF repositories that the configured roots are refreshed from, each once.
 *
 * @param firstRoots - texts of `root.json` by the id of the root they are for; a root without one is left out.
 */
export function sourcesOf(
  roots: readonly RootConfig[],
  firstRoots: Readonly<Record<string, string>>,
): TufSource[] {
  const sources = new Map<string, TufSource>();
  for (const root of roots) {
    const { id, thresholds } = root;
    const found = sourceOf(root, firstRoots[id]);
    if (found) {
      const same = sources.get(found.key);
      sources.set(found.key, {
        ...found,
        intervalMs: Math.min(
          found.intervalMs,
          same?.intervalMs ?? found.intervalMs,
        ),
        roots: [...(same?.roots ?? []), { id, thresholds }],
      });
    }
  }
  return [...sources.values()];
}

function sourceOf(
  { source, refresh }: RootConfig,
  firstRoot: string | undefined,
): TufSource | undefined {
  if (!refresh || firstRoot === undefined) {
    return undefined;
  }
  const { intervalMs } = refresh;
  if (source.type === 'publicGood') {
    const { url } = embeddedRoot();
    const target = 'trusted_root.json';
    return {
      // Without the first root: what was fetched goes on counting when an update of the package brings a newer one.
      key: hashOf(['publicGood', url, target]),
      ...{ url, host: new URL(url).host, target, firstRoot, intervalMs },
      allowPrivateAddress: false,
      roots: [],
    };
  }
  if (source.type === 'tuf') {
    const { url, target, allowPrivateAddress } = source;
    return {
      key: hashOf(['tuf', url, target, firstRoot, allowPrivateAddress]),
      ...{ url, host: new URL(url).host, target, firstRoot, intervalMs },
      allowPrivateAddress,
      roots: [],
    };
  }
  return undefined;
}

function hashOf(value: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
