import { TagSplit } from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { Notice } from '../../states';
import { Digest } from '../atoms';

/**
 * A tag moved, and those who ask for it run different bytes.
 *
 * @internal
 */
export const SplitNotice = ({ split }: { split: TagSplit }) => (
  <Notice
    severity="warning"
    title={`Consumers of ${split.wants} run different bytes`}
    next="Publish a version under a name of its own, and move everybody to it; a digest as pin keeps it from happening again. The history of the tag says when it moved."
  >
    The tag moved between their deployments:
    <ul>
      {split.digests.map(({ digest, version, consumers }) => (
        <li key={digest}>
          {countWords(consumers, 'consumer')}: <Digest digest={digest} />
          {version && (
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
