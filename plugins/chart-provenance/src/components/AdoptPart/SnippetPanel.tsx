import { useApi } from '@backstage/core-plugin-api';
import { Button, makeStyles } from '@material-ui/core';
import { Snippet, SnippetHead } from 'backstage-plugin-chart-provenance-common';
import { useRef } from 'react';
import { ChartKey, chartProvenanceApiRef } from '../../api';
import { useLoad } from '../../hooks/useLoad';
import { FailureNotice, LinesSkeleton, Notice } from '../../states';
import { SnippetText } from './SnippetText';
import { Adopt } from './useAdopt';

const useStyles = makeStyles(theme => ({
  title: {
    margin: theme.spacing(0, 0, 0.5),
    fontSize: '1.125rem',
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
  changing: { opacity: 0.5 },
}));

const Available = ({
  chart,
  reference,
  head,
  adopt,
}: {
  chart: ChartKey;
  reference: string;
  head: SnippetHead;
  adopt: Adopt;
}) => {
  const classes = useStyles();
  const api = useApi(chartProvenanceApiRef);
  const { options, consumer } = adopt;
  const version = adopt.version ?? undefined;
  const { value, error, reload } = useLoad(
    JSON.stringify([chart, head.id, version, consumer, options]),
    signal =>
      api.getSnippet(
        chart,
        head.id,
        { version, consumer: consumer ?? undefined, options },
        { signal },
      ),
  );
  // While another option is loaded, the text before stays, so that nothing jumps.
  const before = useRef<Snippet>();
  before.current = value ?? before.current;
  const shown = value ?? (error ? undefined : before.current);
  return (
    <>
      {error && (
        <>
          <FailureNotice error={error} subject="snippet" onRetry={reload} />
          {(version || Object.keys(options).length > 0) && (
            <Button size="small" onClick={adopt.startOver}>
              Start over with the defaults
            </Button>
          )}
        </>
      )}
      {shown && (
        <div
          className={value ? '' : classes.changing}
          aria-busy={value ? undefined : true}
        >
          <SnippetText
            chart={chart}
            reference={reference}
            snippet={shown}
            adopt={adopt}
          />
        </div>
      )}
      {!shown && !error && (
        <LinesSkeleton
          label="Making the text"
          widths={['60%', '45%', '100%', '100%', '100%', '100%']}
        />
      )}
    </>
  );
};

/**
 * One text, or why there is none for this chart.
 *
 * @internal
 */
export const SnippetPanel = (props: {
  chart: ChartKey;
  /** `oci://…` of the chart. */
  reference: string;
  head: SnippetHead;
  adopt: Adopt;
}) => {
  const classes = useStyles();
  const { head } = props;
  return (
    <section aria-label={head.title}>
      <h3 className={classes.title}>
        <bdi>{head.title}</bdi>
      </h3>
      {head.unavailable === null ? (
        <Available {...props} />
      ) : (
        <Notice
          severity="info"
          title="This cannot be made for this chart"
          next="Choose another text from the list, or change what stands in the way and come back."
        >
          <bdi>{head.unavailable}</bdi>
        </Notice>
      )}
    </section>
  );
};
