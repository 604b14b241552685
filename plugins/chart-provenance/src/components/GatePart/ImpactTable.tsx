import { Link } from '@backstage/core-components';
import { Button } from '@material-ui/core';
import { BlockedConsumer } from 'backstage-plugin-chart-provenance-common';
import { useState } from 'react';
import { isEntityRef } from '../../format/isEntityRef';
import { useTabHref } from '../../hooks/useTabHref';
import { Digest, EntityName, SafeLink } from '../atoms';
import { usePanelStyles } from '../Panel';
import { Nothing } from '../VersionTable/marks';

/** A thousand rows at once would be slow to draw, and nobody reads them. */
const STEP = 50;

const ToConsumer = ({
  row,
  chartOwner,
}: {
  row: BlockedConsumer;
  chartOwner: string;
}) => {
  const tabHref = useTabHref(chartOwner);
  const { chartId, consumerId, name } = row;
  return (
    <Link to={tabHref({ chart: chartId, consumer: consumerId }, 'consumers')}>
      <bdi>{name}</bdi>
    </Link>
  );
};

const Row = ({ row }: { row: BlockedConsumer }) => {
  const classes = usePanelStyles();
  const { name, chartOwner, environment, cluster, entityRef, owner } = row;
  return (
    <tr>
      <td>
        {isEntityRef(chartOwner) ? (
          <ToConsumer row={row} chartOwner={chartOwner} />
        ) : (
          <bdi>{name}</bdi>
        )}
        {row.href && (
          <div className={classes.aside}>
            <SafeLink href={row.href}>manifest</SafeLink>
          </div>
        )}
      </td>
      <td>
        {environment || cluster ? (
          <bdi>{[environment, cluster].filter(Boolean).join(' · ')}</bdi>
        ) : (
          <Nothing>No environment is configured for it</Nothing>
        )}
      </td>
      <td>
        <bdi>{[row.chart, row.version].filter(Boolean).join(' ')}</bdi>
        {row.digest && (
          <div className={classes.aside}>
            <Digest digest={row.digest} />
          </div>
        )}
      </td>
      <td className={classes.text}>
        <bdi>{row.reason}</bdi>
      </td>
      <td>
        {owner ? <EntityName entityRef={owner} /> : 'not known'}
        {entityRef && entityRef !== owner && (
          <div className={classes.aside}>
            <EntityName entityRef={entityRef} />
          </div>
        )}
      </td>
    </tr>
  );
};

/**
 * Consumers with why, most important environment first.
 *
 * @internal
 */
export const ImpactTable = ({
  label,
  rows,
}: {
  label: string;
  rows: BlockedConsumer[];
}) => {
  const classes = usePanelStyles();
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Consumer</th>
            <th scope="col">Where</th>
            <th scope="col">Runs</th>
            <th scope="col">Why</th>
            <th scope="col">Owner</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(row => (
            <Row key={`${row.consumerId} ${row.chartId}`} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          Show more ({shown} of {rows.length})
        </Button>
      )}
    </>
  );
};
