import type { Descriptor, Digest } from '../descriptor/Descriptor';
import { isTag } from '../reference/parseTag';
import { collectGraph, Graph, GraphNode } from './collectGraph';
import { forEachLimited } from './forEachLimited';
import type { CallOptions, Pusher, ReadOnlyTarget } from './Target';

/**
 * @public
 */
export interface CopyOptions extends CallOptions {
  /** Copy what refers to the manifest too, and what refers to that, and so on. Default false. */
  referrers?: boolean;
  /** How many steps from the root, down an index and along referrers. Default 8. */
  depth?: number;
  /** Transfers at a time. Default 4. */
  concurrency?: number;
  /** Largest single blob, bytes. Default 256 MiB. */
  maxBytes?: number;
  /** Most manifests of one copy. Default 10,000. */
  maxManifests?: number;
  /** Tag at the destination. Default: the source's, when the reference is a tag. */
  tag?: string;
}

/**
 * @public
 */
export interface CopyResult {
  /** What the reference named. */
  descriptor: Descriptor;
  /** Manifests at the destination now, those that were there already included. */
  manifests: number;
  /** Listed as referrers without referring to what they were listed for: not copied. */
  skipped: Descriptor[];
}

/**
 * Copies a manifest with everything it needs from one target to another: blobs first, then manifests from the leaves up, the tag
 * last, so that an interrupted copy leaves nothing that points nowhere.
 *
 * @param reference - a tag or a digest at the source
 * @throws OrasError `too-many` past a bound, before anything is written; otherwise what either target throws
 * @public
 */
export async function copy(
  source: ReadOnlyTarget,
  destination: Pusher,
  reference: string,
  options: CopyOptions = {},
): Promise<CopyResult> {
  const { signal, concurrency = 4, maxBytes = 256 * 1024 * 1024 } = options;
  const root = await source.resolve(reference, { signal });
  const graph = await collectGraph(source, root, {
    signal,
    concurrency,
    referrers: options.referrers ?? false,
    depth: options.depth ?? 8,
    maxManifests: options.maxManifests ?? 10_000,
  });
  await forEachLimited(graph.blobs.values(), concurrency, async blob => {
    if (!(await destination.exists(blob, { signal }))) {
      const bytes = await source.fetch(blob, { signal, maxBytes });
      await destination.push(blob, bytes, { signal });
    }
  });
  for (const { descriptor, bytes } of leavesFirst(graph)) {
    await destination.push(descriptor, bytes, { signal });
  }
  const tag = options.tag ?? (isTag(reference) ? reference : undefined);
  if (tag !== undefined) {
    await destination.tag(root, tag, { signal });
  }
  return {
    descriptor: root,
    manifests: graph.manifests.size,
    skipped: graph.skipped,
  };
}

/** Every index after its manifests; a loop would need a digest that contains itself. */
function* leavesFirst(graph: Graph): Generator<GraphNode> {
  const done = new Set<Digest>();
  function* visit(digest: Digest): Generator<GraphNode> {
    const node = graph.manifests.get(digest);
    if (node && !done.has(digest)) {
      done.add(digest);
      for (const child of node.children) {
        yield* visit(child.digest);
      }
      yield node;
    }
  }
  for (const digest of graph.manifests.keys()) {
    yield* visit(digest);
  }
}
