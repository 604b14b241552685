import { makeStyles } from '@material-ui/core';
import MuiLink from '@material-ui/core/Link';
import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { useState } from 'react';
import { ChartKey } from '../../api';
import { useVersionDetail } from '../../hooks/useVersionDetail';
import { FailureNotice, LinesSkeleton } from '../../states';
import { ExactText } from '../atoms';

const useStyles = makeStyles(theme => ({
  button: { font: 'inherit', verticalAlign: 'baseline' },
  asks: {
    // Below the line of facts, wherever in it the name stands.
    order: 1,
    flexBasis: '100%',
    padding: theme.spacing(1, 2),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    color: theme.palette.text.primary,
  },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

const Asks = ({
  chart,
  digest,
  several,
}: {
  chart: ChartKey;
  digest: string;
  /** Then each line says whose it is. */
  several: boolean;
}) => {
  const classes = useStyles();
  const { value, error, reload } = useVersionDetail(chart, digest, '');
  const asked = value?.verdict.requirements.filter(({ policy }) => policy);
  return (
    <>
      {error && (
        <FailureNotice error={error} subject="version" onRetry={reload} />
      )}
      {!value && !error && (
        <LinesSkeleton label="Loading the policy" widths={['60%']} />
      )}
      {asked && asked.length === 0 && 'The newest version is not judged yet.'}
      <ul className={classes.list}>
        {asked?.map(({ id, title, asks, policy }) => (
          <li key={id}>
            {several && `${policy}: `}
            <bdi>{title}</bdi>
            {asks?.map(exactly => (
              <ExactText key={exactly}>{exactly}</ExactText>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
};

/**
 * The policies a chart is measured against, by name; opened, what they ask, as the newest version was held against them.
 *
 * @internal
 */
export const PolicyFact = ({
  entityRef,
  chart,
}: {
  entityRef: string;
  chart: ChartSummary;
}) => {
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const { chartId, policies, newest } = chart;
  if (policies.length === 0) {
    return <span>no policy</span>;
  }
  const names = policies.join(', ');
  if (!newest) {
    return <span>policy: {names}</span>;
  }
  return (
    <>
      <span>
        policy:{' '}
        <MuiLink
          component="button"
          type="button"
          className={classes.button}
          aria-expanded={open}
          title={open ? 'Hide what it asks' : 'Show what it asks'}
          onClick={() => setOpen(!open)}
        >
          {names} {open ? '▾' : '▸'}
        </MuiLink>
      </span>
      {open && (
        <div className={classes.asks}>
          <Asks
            chart={{ entityRef, chartId }}
            digest={newest.digest}
            several={policies.length > 1}
          />
        </div>
      )}
    </>
  );
};
