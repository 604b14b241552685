import { LinearProgress } from '@material-ui/core';
import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { Notice } from './Notice';

/**
 * The chart is being read for the first time: how far it is.
 *
 * @internal
 */
export const FirstIndexingNotice = ({
  progress,
}: Pick<ChartSummary, 'progress'>) => {
  const tags = progress?.tagsSeen ?? 0;
  const done = progress?.versionsDone ?? 0;
  return (
    <Notice
      severity="info"
      title="This chart is being indexed for the first time"
      next="Nothing. This page follows by itself; versions appear as they are done."
      action={
        <LinearProgress
          aria-label="First indexing"
          variant={tags > 0 ? 'determinate' : 'indeterminate'}
          value={tags > 0 ? Math.min(100, (100 * done) / tags) : undefined}
        />
      }
    >
      {tags === 1 ? '1 tag' : `${tags} tags`} seen,{' '}
      {done === 1 ? '1 version' : `${done} versions`} done.
    </Notice>
  );
};
