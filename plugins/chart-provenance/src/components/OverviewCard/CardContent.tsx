import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import {
  EntityOverview,
  EntityProvenance,
} from 'backstage-plugin-chart-provenance-common';
import { Loaded } from '../../hooks/useLoad';
import { useTabHref } from '../../hooks/useTabHref';
import { PROBLEM_TITLE } from '../../states';
import { ChartLines } from './ChartLines';
import { ConsumedLines } from './ConsumedLines';
import { OverviewMissing } from './OverviewMissing';

/** The card is a summary; the tab lists them all. */
const MAX_CHARTS = 4;

const useStyles = makeStyles(theme => ({
  footer: { marginTop: theme.spacing(1), fontSize: '0.875rem' },
}));

/**
 * The card's lines: each chart, the charts of others that are used, then what is wrong with the entity's claims.
 *
 * @internal
 */
export const CardContent = ({
  provenance,
  overview,
  onReload,
}: {
  provenance: EntityProvenance;
  overview: Loaded<EntityOverview>;
  onReload: () => void;
}) => {
  const classes = useStyles();
  const { entityRef, charts, problems } = provenance;
  const tabHref = useTabHref(entityRef);
  const more = charts.length - MAX_CHARTS;
  // What runs of its own charts stands with them.
  const own = new Set(charts.map(({ chartId }) => chartId));
  const consumes = (overview.value?.consumes ?? []).filter(
    ({ chartId }) => !chartId || !own.has(chartId),
  );
  return (
    <>
      {charts.slice(0, MAX_CHARTS).map(chart => (
        <ChartLines
          key={chart.chartId}
          entityRef={entityRef}
          chart={chart}
          overview={overview.value?.charts.find(
            ({ chartId }) => chartId === chart.chartId,
          )}
          tabHref={tabHref}
          onReload={onReload}
        />
      ))}
      {more > 0 && (
        <div className={classes.footer}>
          <Link to={tabHref()}>
            {more === 1 ? 'One more chart' : `${more} more charts`}
          </Link>
        </div>
      )}
      {consumes.length > 0 && (
        <ConsumedLines entityRef={entityRef} consumes={consumes} />
      )}
      {overview.error && (
        <OverviewMissing error={overview.error} onRetry={overview.reload} />
      )}
      {problems.map((problem, index) => (
        <div key={index} className={classes.footer}>
          {PROBLEM_TITLE[problem.code]}.{' '}
          <Link to={tabHref()}>See what to do</Link>
        </div>
      ))}
    </>
  );
};
