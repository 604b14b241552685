import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import { EntityProvenance } from 'backstage-plugin-chart-provenance-common';
import { useTabHref } from '../../hooks/useTabHref';
import { PROBLEM_TITLE } from '../../states';
import { ChartLines } from './ChartLines';

/** The card is a summary; the tab lists them all. */
const MAX_CHARTS = 4;

const useStyles = makeStyles(theme => ({
  footer: { marginTop: theme.spacing(1), fontSize: '0.875rem' },
}));

/**
 * The card's lines: each chart, then what is wrong with the entity's claims.
 *
 * @internal
 */
export const CardContent = ({
  provenance,
  onReload,
}: {
  provenance: EntityProvenance;
  onReload: () => void;
}) => {
  const classes = useStyles();
  const { entityRef, charts, problems } = provenance;
  const tabHref = useTabHref(entityRef);
  const more = charts.length - MAX_CHARTS;
  return (
    <>
      {charts.slice(0, MAX_CHARTS).map(chart => (
        <ChartLines
          key={chart.chartId}
          entityRef={entityRef}
          chart={chart}
          tabHref={tabHref}
          onReload={onReload}
        />
      ))}
      {problems.map((problem, index) => (
        <div key={index} className={classes.footer}>
          {PROBLEM_TITLE[problem.code]}.{' '}
          <Link to={tabHref()}>See what to do</Link>
        </div>
      ))}
      {more > 0 && (
        <div className={classes.footer}>
          <Link to={tabHref()}>
            {more === 1 ? 'One more chart' : `${more} more charts`}
          </Link>
        </div>
      )}
    </>
  );
};
