import { makeStyles } from '@material-ui/core';
import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { DRAWER_CLOSED, Selection } from '../../hooks/useSelection';
import { CopyButton, EntityName } from '../atoms';
import { FreshnessLine } from '../Freshness';
import { ChartSelector } from './ChartSelector';
import { PolicyFact } from './PolicyFact';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 3),
  },
  facts: {
    marginBottom: theme.spacing(1.5),
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
  },
  reference: {
    flex: '1 1 240px',
    fontSize: '0.875rem',
    overflowWrap: 'anywhere',
  },
}));

/**
 * Which chart, where it lives, what it is measured against, and how fresh it is.
 *
 * @internal
 */
export const ChartHeader = ({
  entityRef,
  charts,
  chart,
  selection,
  onReload,
}: {
  entityRef: string;
  charts: ChartSummary[];
  chart: ChartSummary;
  selection: Selection;
  onReload: () => void;
}) => {
  const classes = useStyles();
  const { reference, expectedSource, owner, knownBy } = chart;
  return (
    <>
      <div className={classes.line}>
        <ChartSelector
          charts={charts}
          chosen={chart}
          onChoose={chartId =>
            selection.select({
              chart: chartId,
              ...DRAWER_CLOSED,
              status: null,
              consumer: null,
              parity: null,
              snippet: null,
            })
          }
        />
        <span className={classes.reference}>
          <code>{reference}</code>
          <CopyButton text={reference} label="reference" />
        </span>
        <FreshnessLine
          entityRef={entityRef}
          chart={chart}
          onRefreshed={onReload}
        />
      </div>
      <div className={`${classes.line} ${classes.facts}`}>
        <PolicyFact entityRef={entityRef} chart={chart} />
        {expectedSource && <span>must come from {expectedSource}</span>}
        <span>
          known by {knownBy === 'claim' ? 'annotation' : "the operator's rule"}
        </span>
        {owner && owner !== entityRef && (
          <span>
            owned by <EntityName entityRef={owner} />
          </span>
        )}
      </div>
    </>
  );
};
