import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core';
import {
  GateChange,
  GateImpact,
} from 'backstage-plugin-chart-provenance-common';
import { chartProvenanceApiRef } from '../../api';
import { countWords } from '../../format/countWords';
import { useLoad } from '../../hooks/useLoad';
import { FailureNotice, LinesSkeleton, Notice } from '../../states';
import { EntityName } from '../atoms';
import { usePanelStyles } from '../Panel';
import { ImpactTable } from './ImpactTable';

const useStyles = makeStyles(theme => ({
  root: { margin: theme.spacing(1, 0), fontSize: '0.875rem' },
  heading: {
    margin: theme.spacing(1.5, 0, 0.5),
    fontSize: '0.875rem',
    fontWeight: 600,
  },
  owners: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    listStyle: 'none',
    margin: theme.spacing(0, 0, 1),
    padding: 0,
  },
}));

const Owners = ({ owners }: Pick<GateImpact, 'owners'>) => {
  const classes = useStyles();
  return (
    <ul className={classes.owners} aria-label="Owners of what it stops">
      {owners.map(({ owner, consumers }) => (
        <li key={owner ?? ''}>
          {owner ? <EntityName entityRef={owner} /> : 'nobody known'}:{' '}
          {countWords(consumers, 'consumer')}
        </li>
      ))}
    </ul>
  );
};

const Charts = ({ charts }: Pick<GateImpact, 'charts'>) => {
  const classes = useStyles();
  return (
    <>
      <h4 className={classes.heading}>
        Charts whose newest version would be refused, used or not
      </h4>
      <ul>
        {charts.map(({ chartId, chart, reason }) => (
          <li key={chartId}>
            <bdi>{chart}</bdi>: <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
};

const Unread = ({ unreadSources }: Pick<GateImpact, 'unreadSources'>) => (
  <Notice
    severity="warning"
    title={`${countWords(
      unreadSources,
      'source',
    )} of consumers could not be read`}
    next="Look at the index status first: until they are read, this list may be too short."
  >
    There may be consumers that nobody sees here.
  </Notice>
);

function restWords({ consumers, unknown, fine }: GateImpact['counts']): string {
  const untold = unknown > 0 ? `; of ${unknown} it cannot be told` : '';
  return `${untold}${
    untold ? ', and' : ';'
  } ${fine} of ${consumers} would go on.`;
}

const Report = ({ impact }: { impact: GateImpact }) => {
  const classes = useStyles();
  const panel = usePanelStyles();
  const { counts, blocked, owners, charts, unreadSources, cut } = impact;
  const stopped = blocked.filter(({ outcome }) => outcome === 'blocked');
  const unknown = blocked.filter(({ outcome }) => outcome !== 'blocked');
  return (
    <div className={classes.root}>
      <p>
        <strong>
          {counts.blocked === 0
            ? 'It would stop no consumer that is known'
            : `It would stop ${countWords(
                counts.blocked,
                'consumer',
              )} the next time they are deployed`}
        </strong>
        {restWords(counts)}
      </p>
      {unreadSources > 0 && <Unread unreadSources={unreadSources} />}
      {owners.length > 0 && <Owners owners={owners} />}
      {stopped.length > 0 && (
        <ImpactTable label="Consumers that it would stop" rows={stopped} />
      )}
      {unknown.length > 0 && (
        <>
          <h4 className={classes.heading}>
            Cannot be told: it is not known which bytes run
          </h4>
          <ImpactTable
            label="Consumers of which it cannot be told"
            rows={unknown}
          />
        </>
      )}
      {cut && (
        <div className={panel.aside}>
          There are more than are shown here; the numbers count them all.
        </div>
      )}
      {charts.length > 0 && <Charts charts={charts} />}
    </div>
  );
};

/**
 * What a change would block.
 *
 * @internal
 */
export const ImpactResult = ({ change }: { change: GateChange }) => {
  const api = useApi(chartProvenanceApiRef);
  const { value, error, reload } = useLoad(JSON.stringify(change), signal =>
    api.getGateImpact(change, { signal }),
  );
  return (
    <div role="region" aria-label="What it would block">
      {error && (
        <FailureNotice error={error} subject="impact" onRetry={reload} />
      )}
      {!value && !error && (
        <LinesSkeleton
          label="Finding out what it would block"
          widths={['50%', '100%', '100%']}
        />
      )}
      {value && <Report impact={value} />}
    </div>
  );
};
