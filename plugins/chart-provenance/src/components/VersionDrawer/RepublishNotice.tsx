import { VersionDetail } from 'backstage-plugin-chart-provenance-common';
import { republishesOf } from '../../format/republishes';
import { Notice } from '../../states';
import { Digest, RelativeTime } from '../atoms';

/**
 * Said before the verdict, because a verified signature does not tell it: people who name this version get other bytes than
 * before. Nothing when no chart changed under the version's tags.
 *
 * @internal
 */
export const RepublishNotice = ({
  row,
  tags,
}: Pick<VersionDetail, 'row' | 'tags'>) => {
  const steps = republishesOf(row.digest, tags);
  if (steps.length === 0) {
    return null;
  }
  return (
    <Notice
      severity="warning"
      title="The chart changed under the same version"
      next="Ask whoever published it why: a version should never change. Deploy by digest, and publish changes as a new version."
    >
      {steps.map(({ tag, other, way, at }) => (
        <div key={`${tag} ${at}`}>
          The tag{' '}
          <code>
            <bdi>{tag}</bdi>
          </code>{' '}
          {way === 'came' ? 'pointed at another chart, ' : 'pointed here '}
          {way === 'came' && <Digest digest={other} />} until{' '}
          <RelativeTime at={at} />
          {way === 'left' && (
            <>
              , and then at another chart, <Digest digest={other} />
            </>
          )}
          .
        </div>
      ))}
    </Notice>
  );
};
