import { Link } from '@backstage/core-components';
import {
  ConsumerRow,
  TagSplit,
} from 'backstage-plugin-chart-provenance-common';
import { placeOf } from '../../format/consumerWords';
import { countWords } from '../../format/countWords';
import { Notice } from '../../states';
import { Digest } from '../atoms';

/** More places than this are counted instead of named. */
const MAX_PLACES = 4;

/** Where those run it that the reader may see. */
function placesOf(rows: readonly ConsumerRow[], digest: string): string {
  const places = [
    ...new Set(rows.filter(({ runs }) => runs?.digest === digest).map(placeOf)),
  ];
  const more = places.length - MAX_PLACES;
  const named = places.slice(0, MAX_PLACES).join(', ');
  if (places.length === 0) {
    return '';
  }
  return more > 0 ? ` (${named} and ${more} more)` : ` (${named})`;
}

/**
 * A tag moved, and those who ask for it run different bytes: who runs which, with the way to them.
 *
 * @internal
 */
export const SplitNotice = ({
  split,
  rows,
  hrefFor,
}: {
  split: TagSplit;
  /** The consumers that the reader may see. */
  rows: readonly ConsumerRow[];
  /** To those who run the digest. */
  hrefFor: (digest: string) => string;
}) => (
  <Notice
    severity="warning"
    title={`Consumers of ${split.wants} run different bytes`}
    next="Release a new version under a name of its own, and move everybody to it. A digest as pin keeps it from happening again. The history of the tag, in the drawer of the version, says when it moved."
  >
    The tag moved between their deployments:
    <ul>
      {split.digests.map(({ digest, version, consumers }) => (
        <li key={digest}>
          <Link to={hrefFor(digest)}>{countWords(consumers, 'consumer')}</Link>
          <bdi>{placesOf(rows, digest)}</bdi>: <Digest digest={digest} />
          {version && version !== split.wants && (
            <>
              {' '}
              (<bdi>{version}</bdi>)
            </>
          )}
        </li>
      ))}
    </ul>
  </Notice>
);
