import { Link } from '@backstage/core-components';
import { Button, makeStyles } from '@material-ui/core';
import {
  DoctorResult,
  IndexStatus,
} from 'backstage-plugin-chart-provenance-common';
import { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { RelativeTime } from '../atoms';
import { ResultIcon } from './ResultIcon';
import { usePanelStyles } from '../Panel';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    fontSize: '0.875rem',
  },
  fact: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) },
}));

/** Work is looked for each second: what waits longer than this is not kept up with, or its registry is being left alone. */
const LATE_MS = 10 * 60_000;

const Fact = ({
  result,
  children,
}: {
  result: DoctorResult;
  children: ReactNode;
}) => {
  const classes = useStyles();
  return (
    <li className={classes.fact}>
      <ResultIcon result={result} />
      <span>{children}</span>
    </li>
  );
};

const plural = (count: number, noun: string) =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

const Charts = ({ charts }: Pick<IndexStatus, 'charts'>) => {
  const { total, failed, partial, firstIndexing, unowned } = charts;
  const { pathname } = useLocation();
  const bad = failed + partial;
  return (
    <>
      <Fact result={bad > 0 ? 'warning' : 'ok'}>
        {plural(total, 'chart')} known,{' '}
        {bad > 0
          ? [
              failed > 0 && `the last look failed for ${failed}`,
              partial > 0 && `in part for ${partial}`,
            ]
              .filter(Boolean)
              .join(', ')
          : 'every last look succeeded'}
      </Fact>
      {firstIndexing > 0 && (
        <Fact result="unknown">{firstIndexing} not looked at yet</Fact>
      )}
      {unowned > 0 && (
        <Fact result="warning">
          <Link to={`${pathname.replace(/\/+$/, '')}/unclaimed`}>
            {unowned} without an owner
          </Link>
        </Fact>
      )}
    </>
  );
};

const Work = ({ queue, catalog }: Pick<IndexStatus, 'queue' | 'catalog'>) => {
  const { due, leased, oldestDueAt } = queue;
  const late =
    oldestDueAt !== null && Date.now() - Date.parse(oldestDueAt) > LATE_MS;
  return (
    <>
      <Fact result={late ? 'warning' : 'ok'}>
        {due === 0 ? 'Nothing waits' : `${plural(due, 'look')} due`}
        {oldestDueAt && (
          <>
            , the oldest <RelativeTime at={oldestDueAt} />
          </>
        )}
        {`, ${leased} in work`}
      </Fact>
      <Fact result={catalog.problem ? 'warning' : 'ok'}>
        {catalog.lastDiscoveryAt ? (
          <>
            Catalog read <RelativeTime at={catalog.lastDiscoveryAt} />
          </>
        ) : (
          'Catalog not read to its end yet'
        )}
        {catalog.problem && `; the latest reading failed: ${catalog.problem}`}
      </Fact>
    </>
  );
};

/**
 * Is the index fresh, in one line.
 *
 * @internal
 */
export const IndexSummary = ({
  status,
  loading,
  onReload,
}: {
  status: IndexStatus;
  loading: boolean;
  onReload: () => void;
}) => {
  const classes = useStyles();
  const panel = usePanelStyles();
  return (
    <section className={panel.panel} aria-labelledby="index-status">
      <div className={panel.heading}>
        <h2 id="index-status" className={panel.title}>
          Index
        </h2>
        <Button size="small" onClick={onReload} disabled={loading}>
          Read again
        </Button>
      </div>
      <ul className={classes.list}>
        <Charts charts={status.charts} />
        <Work queue={status.queue} catalog={status.catalog} />
      </ul>
    </section>
  );
};
