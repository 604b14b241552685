import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { useConsumers } from '../../hooks/useConsumers';
import { Selection } from '../../hooks/useSelection';
import { FailureNotice, LinesSkeleton } from '../../states';
import { ConsumerDrawer } from './ConsumerDrawer';
import { ConsumerSentence } from './ConsumerSentence';
import { ConsumerViews } from './ConsumerViews';
import { NobodyNotice } from './NobodyNotice';
import { RunningSentence } from './RunningSentence';
import { SourcesStatus } from './SourcesStatus';
import { SplitNotice } from './SplitNotice';
import { UsesSection } from './UsesSection';

/**
 * The Consumers part of the entity tab: who deploys or depends on the chart; below it, what the entity uses itself.
 *
 * @internal
 */
export const ConsumersPart = ({
  entityRef,
  chart,
  selection,
}: {
  entityRef: string;
  chart: ChartSummary;
  selection: Selection;
}) => {
  const { chartId } = chart;
  const { value, error, reload } = useConsumers({ entityRef, chartId });
  return (
    <>
      {error && (
        <FailureNotice error={error} subject="consumers" onRetry={reload} />
      )}
      {!value && !error && (
        <LinesSkeleton
          label="Loading consumers"
          widths={['45%', '60%', '100%', '100%', '100%', '100%']}
          height={32}
        />
      )}
      {value && (
        <>
          <ConsumerSentence
            summary={value.summary}
            hrefFor={({ pin = null, from = null }) =>
              selection.search({ pin, from })
            }
          />
          {value.items.length > 0 && (
            <RunningSentence
              rows={value.items}
              hrefFor={runs => selection.search({ runs })}
            />
          )}
          {value.splits.map(split => (
            <SplitNotice
              key={split.wants}
              split={split}
              rows={value.items}
              hrefFor={digest => selection.search({ filter: digest })}
            />
          ))}
          <SourcesStatus sources={value.sources} />
          {value.items.length === 0 ? (
            <>
              <NobodyNotice summary={value.summary} sources={value.sources} />
              <ConsumerDrawer
                consumer={selection.consumer}
                chart={chart}
                onClose={() => selection.select({ consumer: null })}
              />
            </>
          ) : (
            <ConsumerViews chart={chart} list={value} selection={selection} />
          )}
        </>
      )}
      <UsesSection entityRef={entityRef} />
    </>
  );
};
