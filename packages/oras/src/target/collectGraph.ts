import type { Descriptor, Digest } from '../descriptor/Descriptor';
import type { Manifest } from '../descriptor/Manifest';
import { isManifestType } from '../descriptor/mediaTypes';
import { parseManifest } from '../descriptor/parseManifest';
import { OrasError } from '../error/OrasError';
import { childrenOf } from './childrenOf';
import { forEachLimited } from './forEachLimited';
import type { CallOptions, ReadOnlyTarget } from './Target';

/** Manifests are held until they are pushed, blobs are not. */
const HELD_LIMIT = 256 * 1024 * 1024;

/** @internal */
export interface GraphNode {
  descriptor: Descriptor;
  bytes: Uint8Array;
  children: Descriptor[];
}

/** @internal */
export interface Graph {
  manifests: Map<Digest, GraphNode>;
  blobs: Map<Digest, Descriptor>;
  skipped: Descriptor[];
  /** Bytes of the manifests. */
  held: number;
}

/** @internal */
export interface GraphOptions extends CallOptions {
  referrers: boolean;
  depth: number;
  concurrency: number;
  maxManifests: number;
}

interface Step {
  descriptor: Descriptor;
  /** Whose referrer this was said to be. */
  subject?: Digest;
}

/**
 * Walks, level by level, from a manifest to everything it needs and, when asked, to everything that refers to any of it.
 *
 * @throws OrasError `too-many` past the depth or the number of manifests; otherwise whatever the source throws
 * @internal
 */
export async function collectGraph(
  source: ReadOnlyTarget,
  root: Descriptor,
  options: GraphOptions,
): Promise<Graph> {
  const graph: Graph = {
    manifests: new Map(),
    blobs: new Map(),
    skipped: [],
    held: 0,
  };
  let level: Step[] = [{ descriptor: root }];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > options.depth) {
      throw tooMany(`more than ${options.depth} steps deep`);
    }
    level = await nextLevel(source, level, graph, options);
  }
  return graph;
}

async function nextLevel(
  source: ReadOnlyTarget,
  level: readonly Step[],
  graph: Graph,
  options: GraphOptions,
): Promise<Step[]> {
  const next: Step[] = [];
  await forEachLimited(level, options.concurrency, async step => {
    if (graph.manifests.has(step.descriptor.digest)) {
      return;
    }
    const node = await visit(source, step, graph, options);
    if (graph.manifests.size > options.maxManifests) {
      throw tooMany(`more than ${options.maxManifests} manifests`);
    }
    if (graph.held > HELD_LIMIT) {
      throw tooMany(`more than ${HELD_LIMIT} bytes of manifests`);
    }
    if (node) {
      next.push(...(await onward(source, node, options)));
    }
  });
  return next;
}

async function visit(
  source: ReadOnlyTarget,
  { descriptor, subject }: Step,
  graph: Graph,
  { signal }: CallOptions,
): Promise<GraphNode | undefined> {
  const bytes = await source.fetch(descriptor, { signal });
  const manifest: Manifest = parseManifest(bytes);
  // A listing is a hint: only the manifest itself says what it refers to.
  if (subject !== undefined && manifest.subject?.digest !== subject) {
    graph.skipped.push(descriptor);
    return undefined;
  }
  const node = { descriptor, bytes, children: childrenOf(manifest) };
  graph.manifests.set(descriptor.digest, node);
  graph.held += bytes.byteLength;
  for (const child of node.children) {
    if (!isManifestType(child.mediaType)) {
      graph.blobs.set(child.digest, child);
    }
  }
  return node;
}

async function onward(
  source: ReadOnlyTarget,
  { descriptor, children }: GraphNode,
  { referrers, signal }: GraphOptions,
): Promise<Step[]> {
  const steps: Step[] = children
    .filter(child => isManifestType(child.mediaType))
    .map(child => ({ descriptor: child }));
  if (referrers) {
    const found = await source.referrers(descriptor, { signal });
    for (const referrer of found.descriptors) {
      steps.push({ descriptor: referrer, subject: descriptor.digest });
    }
  }
  return steps;
}

function tooMany(what: string): OrasError {
  return new OrasError('too-many', `the copy has ${what}`);
}
