import { Link } from '@backstage/core-components';
import { ContainedChart } from 'backstage-plugin-chart-provenance-common';
import { isEntityRef } from '../../format/isEntityRef';
import { VERDICT_WORD } from '../../format/verdictWord';
import { useTabHref } from '../../hooks/useTabHref';
import { VerdictIcon } from '../VerdictShield';
import { useListStyles } from './useListStyles';

type Known = NonNullable<ContainedChart['known']>;

const OwnedName = ({
  name,
  known,
  entityRef,
}: {
  name: string;
  known: Known;
  entityRef: string;
}) => {
  const tabHref = useTabHref(entityRef);
  const { chartId, digest } = known;
  return (
    <Link
      to={tabHref(
        { chart: chartId, ...(digest && { version: digest }) },
        'provenance',
      )}
    >
      <bdi>{name}</bdi>
    </Link>
  );
};

const KnownVerdict = ({ known }: { known: Known | null }) => {
  const classes = useListStyles();
  if (!known) {
    return <span className={classes.quiet}>not in the index</span>;
  }
  return known.status ? (
    <span className={classes.verdict}>
      <VerdictIcon status={known.status} />
      {VERDICT_WORD[known.status]}
    </span>
  ) : (
    <span className={classes.quiet}>
      {known.digest ? 'no verdict' : 'no such version in the index'}
    </span>
  );
};

/**
 * Charts inside of the chart. Their verdicts are of the versions as published: nobody compared the copies in this archive with them.
 *
 * @internal
 */
export const ContainedCharts = ({ charts }: { charts: ContainedChart[] }) => {
  const classes = useListStyles();
  if (charts.length === 0) {
    return null;
  }
  return (
    <>
      <h4 className={classes.heading}>Dependencies</h4>
      <table className={classes.table} aria-label="Dependencies">
        <thead>
          <tr>
            <th scope="col">Chart</th>
            <th scope="col">Version</th>
            <th scope="col">From</th>
            <th scope="col">Verdict as published</th>
          </tr>
        </thead>
        <tbody>
          {charts.map(({ name, version, repository, known }, index) => (
            <tr key={index}>
              <td>
                {known && isEntityRef(known.entityRef) ? (
                  <OwnedName
                    name={name}
                    known={known}
                    entityRef={known.entityRef}
                  />
                ) : (
                  <bdi>{name}</bdi>
                )}
              </td>
              <td>
                <bdi>{version}</bdi>
              </td>
              <td>{repository ? <bdi>{repository}</bdi> : 'this archive'}</td>
              <td>
                <KnownVerdict known={known} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.quiet}>
        The verdict is on the dependency as it is published. A copy inside of
        this chart’s archive is covered by this chart’s own signature, and not
        compared with what is published.
      </div>
    </>
  );
};
