import type { RunningRegistry } from '../../registries/index.ts';
import type { Cell } from '../cells/types.ts';

/** A cell whose steps have all been done. */
export interface MadeCell {
  cell: Cell;
  registry: RunningRegistry;
  /** Path on the registry. */
  repository: string;
  /** What the tag points at: the digest that Helm says it pushed, or the index put over it. */
  digest: string;
  /** The chart's own manifest; differs where the tag points at an index. */
  chartDigest: string;
  /** sha256 of the packaged chart. */
  archiveDigest: string;
}

/** `host/repository@digest`, as every tool takes it. */
export function referenceOf(made: MadeCell): string {
  return `${made.registry.host}/${made.repository}@${made.digest}`;
}
