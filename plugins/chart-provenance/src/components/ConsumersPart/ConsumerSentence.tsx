import { Link } from '@backstage/core-components';
import { Typography } from '@material-ui/core';
import { ConsumerSummary } from 'backstage-plugin-chart-provenance-common';
import { Fragment } from 'react';
import { countWords } from '../../format/countWords';
import { usageCounts } from '../../format/usageCounts';

/**
 * Who uses the chart, in one sentence; each number leads to those behind it. What could not be looked at is part of the sentence, so
 * that a number is never taken for all there is.
 *
 * @internal
 */
export const ConsumerSentence = ({
  summary,
  hrefFor,
}: {
  summary: ConsumerSummary;
  hrefFor: (search: Record<string, string>) => string;
}) => {
  const { total, hidden, unreadSources } = summary;
  const counts = usageCounts(summary);
  return (
    <Typography variant="subtitle1" component="p">
      {countWords(total, 'consumer')}
      {counts.length > 0 && (counts.length === 1 ? ', ' : ': ')}
      {counts.map(({ words, search }, index) => (
        <Fragment key={words}>
          {index > 0 && ', '}
          <Link to={hrefFor(search)}>{words}</Link>
        </Fragment>
      ))}
      {hidden > 0 &&
        `; ${hidden} ${hidden === 1 ? 'is' : 'are'} hidden from you`}
      {unreadSources > 0 &&
        `; ${countWords(
          unreadSources,
          'source',
        )} could not be read, so there may be more`}
    </Typography>
  );
};
