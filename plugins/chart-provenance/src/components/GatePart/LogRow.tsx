import { Link } from '@backstage/core-components';
import { GateLogRow } from 'backstage-plugin-chart-provenance-common';
import { memo } from 'react';
import { isEntityRef } from '../../format/isEntityRef';
import { enforcedWords, gateReasonTitle } from '../../format/gateWords';
import { Digest, EntityName, RelativeTime } from '../atoms';
import { DecisionMark } from '../GateAnswer';
import { usePanelStyles } from '../Panel';

const Caller = ({ caller }: { caller: string }) =>
  caller.startsWith('user:') && isEntityRef(caller) ? (
    <EntityName entityRef={caller} />
  ) : (
    <bdi>{caller}</bdi>
  );

/**
 * One decision; its time leads to all of it.
 *
 * @internal
 */
export const LogRow = memo(
  ({
    row,
    open,
    to,
  }: {
    row: GateLogRow;
    open: boolean;
    /** Query string that opens it. */
    to: string;
  }) => {
    const classes = usePanelStyles();
    const { reference, version, digest, caller, entityRef, reasons } = row;
    return (
      <tr aria-current={open ? 'true' : undefined}>
        <td>
          <Link to={to}>
            <RelativeTime at={row.decidedAt} />
          </Link>
        </td>
        <td>
          <DecisionMark decision={row.decision} />
          {reasons.length > 0 && (
            <div className={classes.aside}>
              {gateReasonTitle(reasons[0].code)}
              {reasons.length > 1 && ` and ${reasons.length - 1} more`}
            </div>
          )}
        </td>
        <td>
          <bdi>{row.environment}</bdi>
          <div className={classes.aside}>
            {row.dryRun ? 'dry run' : enforcedWords(row)}
            {row.offline && ', decided offline'}
          </div>
        </td>
        <td className={classes.text}>
          {version && <bdi>{version}</bdi>}{' '}
          {digest && <Digest digest={digest} />}
          <div className={classes.aside}>
            <bdi>{reference.split('@')[0]}</bdi>
          </div>
        </td>
        <td className={classes.text}>
          {caller ? <Caller caller={caller} /> : 'not yours to see'}
        </td>
        <td>
          {entityRef ? <EntityName entityRef={entityRef} /> : 'not known'}
        </td>
      </tr>
    );
  },
);
