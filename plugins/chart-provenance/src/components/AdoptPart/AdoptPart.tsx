import { useApi } from '@backstage/core-plugin-api';
import { Button, makeStyles } from '@material-ui/core';
import {
  ChartSummary,
  SnippetList,
} from 'backstage-plugin-chart-provenance-common';
import { chartProvenanceApiRef } from '../../api';
import { useLoad } from '../../hooks/useLoad';
import { FailureNotice, LinesSkeleton, Notice } from '../../states';
import { TryGate } from '../GateAnswer';
import { NotVerifiedNotice } from './NotVerifiedNotice';
import { SnippetNav } from './SnippetNav';
import { SnippetPanel } from './SnippetPanel';
import { Adopt, useAdopt } from './useAdopt';
import { VersionChoice } from './VersionChoice';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(200px, 260px) minmax(0, 1fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
}));

const Nothing = () => (
  <Notice
    severity="info"
    title="There is nothing to make for this chart"
    next="Reload the page; if it stays, tell your platform team which chart it is."
  >
    The backend names no text, not even one that cannot be made.
  </Notice>
);

const Columns = ({
  entityRef,
  chart,
  list,
  adopt,
}: {
  entityRef: string;
  chart: ChartSummary;
  list: SnippetList;
  adopt: Adopt;
}) => {
  const classes = useStyles();
  const { items } = list;
  const named = items.find(({ id }) => id === adopt.snippet);
  const head =
    named ?? items.find(({ unavailable }) => unavailable === null) ?? items[0];
  const { chartId } = chart;
  return (
    <div className={classes.columns}>
      <SnippetNav items={items} present={head.id} searchOf={adopt.searchOf} />
      <div>
        {adopt.snippet !== null && !named && (
          <Notice
            severity="info"
            title="The text in this link is not among those for this chart"
            next="Choose another one from the list."
          >
            Showing <bdi>{head.title}</bdi> instead.
          </Notice>
        )}
        <VersionChoice
          chart={{ entityRef, chartId }}
          state={chart.state}
          version={list.version}
          chosen={adopt.version}
          onChoose={version => adopt.select({ version }, { replace: true })}
        />
        {list.version && !list.version.verified && (
          <NotVerifiedNotice chart={chart} version={list.version} />
        )}
        <SnippetPanel
          key={head.id}
          chart={{ entityRef, chartId }}
          reference={chart.reference}
          head={head}
          adopt={adopt}
        />
        {list.version && (
          <TryGate
            chart={{ entityRef, chartId }}
            reference={`${chart.reference}@${list.version.digest}`}
            version={list.version.version}
          />
        )}
      </div>
    </div>
  );
};

/**
 * The Adopt part of the entity tab: texts made for this chart, to publish, consume and enforce it.
 *
 * @internal
 */
export const AdoptPart = ({
  entityRef,
  chart,
}: {
  entityRef: string;
  chart: ChartSummary;
}) => {
  const api = useApi(chartProvenanceApiRef);
  const adopt = useAdopt();
  const { chartId } = chart;
  const version = adopt.version ?? undefined;
  const { value, error, reload } = useLoad(
    [entityRef, chartId, version].join(' '),
    signal => api.getSnippets({ entityRef, chartId }, { version }, { signal }),
  );
  return (
    <>
      {error && (
        <>
          <FailureNotice error={error} subject="snippets" onRetry={reload} />
          {version && (
            <Button size="small" onClick={adopt.startOver}>
              Show the texts for the newest version
            </Button>
          )}
        </>
      )}
      {!value && !error && (
        <LinesSkeleton
          label="Loading what can be made for this chart"
          widths={['30%', '25%', '100%', '100%', '100%']}
          height={32}
        />
      )}
      {value &&
        (value.items.length === 0 ? (
          <Nothing />
        ) : (
          <Columns
            entityRef={entityRef}
            chart={chart}
            list={value}
            adopt={adopt}
          />
        ))}
    </>
  );
};
