import { Link } from '@backstage/core-components';
import { ConsumerSummary } from 'backstage-plugin-chart-provenance-common';
import { Fragment } from 'react';
import { countWords } from '../../format/countWords';
import { usageCounts } from '../../format/usageCounts';
import { useCardStyles } from './useCardStyles';

function nobodyWords({ nobodyLooked, unreadSources }: ConsumerSummary): string {
  if (nobodyLooked) {
    return 'Nobody looked for consumers: no source of them is configured.';
  }
  return unreadSources > 0
    ? `No consumer is known, but ${countWords(
        unreadSources,
        'source',
      )} could not be read.`
    : 'No consumer was found.';
}

/**
 * Who uses the chart, in one line; each number leads to those behind it.
 *
 * @internal
 */
export const UsageLine = ({
  usage,
  hrefFor,
}: {
  usage: ConsumerSummary;
  /** Into the Consumers part. */
  hrefFor: (search?: Record<string, string>) => string;
}) => {
  const classes = useCardStyles();
  const { total, hidden, unreadSources } = usage;
  if (total === 0) {
    return (
      <div className={classes.line}>
        <span>
          {nobodyWords(usage)} <Link to={hrefFor()}>See why</Link>
        </span>
      </div>
    );
  }
  const counts = usageCounts(usage);
  return (
    <div className={classes.line}>
      <span>
        Used by <Link to={hrefFor()}>{total}</Link>
        {counts.length > 0 && (counts.length === 1 ? ', ' : ': ')}
        {counts.map(({ words, search }, index) => (
          <Fragment key={words}>
            {index > 0 && ' · '}
            <Link to={hrefFor(search)}>{words}</Link>
          </Fragment>
        ))}
        {hidden > 0 && ` · ${hidden} hidden from you`}
        {unreadSources > 0 && (
          <span className={classes.quiet}>
            {' '}
            ({countWords(unreadSources, 'source')} could not be read)
          </span>
        )}
      </span>
    </div>
  );
};
