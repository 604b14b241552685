import { ReadingBounds } from './bounds';
import { ClusterReader } from './ClusterReader';
import { ServedKind } from './discoverKinds';
import { KindListing, PagedListing } from './PagedListing';

/**
 * Lists a kind over the whole cluster, page by page. Everything that could go on without end has one.
 *
 * @throws ConsumerSourceError when the cluster fails.
 */
export async function listKind(
  reader: ClusterReader,
  kind: ServedKind,
  bounds: ReadingBounds,
): Promise<KindListing> {
  const [usual, small] = bounds.pageSizes;
  for (const pageSize of [usual, small]) {
    const listing = await new PagedListing(reader, kind, pageSize).read();
    if (listing !== 'too-large') {
      return listing;
    }
  }
  return {
    objects: [],
    problems: [],
    forbidden: false,
    cutShort: `${small} ${kind.plural} together are too large an answer`,
  };
}
