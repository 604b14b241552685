import { Link } from '@backstage/core-components';
import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { memo, MouseEvent } from 'react';
import {
  BehindCell,
  DeployerCell,
  FindingsCell,
  GateCell,
  RunsCell,
  WantsCell,
  WhereText,
} from './consumerCells';
import { PinMark } from './PinMark';
import { LINE_HEIGHT, useConsumerTableStyles } from './useConsumerTableStyles';

/** Columns whose words are broken over lines: what is written, what runs, how firmly, what checks. */
const WRAPPED = [1, 2, 3, 4];

/**
 * Draws a consumer. The whole row opens it by mouse; its name is a link, to be opened elsewhere or copied.
 *
 * @internal
 */
export const ConsumerTableRow = memo(
  (props: {
    id: string;
    row: ConsumerRow;
    rowIndex: number;
    /** Distance from the top of the table body in pixels. */
    top: number;
    active: boolean;
    open: boolean;
    /** Query string that opens its drawer. */
    search: string;
    onOpen: (consumer: string) => void;
  }) => {
    const classes = useConsumerTableStyles();
    const { id, row, rowIndex, top, active, open, search, onOpen } = props;
    const handleClick = (event: MouseEvent<HTMLElement>) => {
      const inside = event.target instanceof Element ? event.target : null;
      if (!inside?.closest('a, button')) {
        onOpen(row.id);
      }
    };
    const cells = [
      <>
        <Link to={search}>
          <bdi>{row.name}</bdi>
        </Link>
        <div className={classes.quiet}>
          <bdi>{row.kind}</bdi>
        </div>
        <div className={classes.quiet}>
          <WhereText where={row.where} />
        </div>
      </>,
      <WantsCell row={row} />,
      <RunsCell runs={row.runs} />,
      <PinMark row={row} />,
      <GateCell gate={row.gate} />,
      <BehindCell behind={row.behind} />,
      <DeployerCell entityRef={row.entityRef} />,
      <FindingsCell findings={row.findings} stale={row.stale} />,
    ];
    return (
      // The keyboard is handled by the table, which keeps the focus while rows come and go.
      // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
      <div
        id={id}
        role="row"
        aria-rowindex={rowIndex}
        aria-selected={open}
        className={[
          classes.row,
          active ? classes.active : '',
          open ? classes.open : '',
        ].join(' ')}
        style={{ top, height: LINE_HEIGHT.consumer }}
        onClick={handleClick}
      >
        {cells.map((cell, index) => (
          <div
            key={index}
            role="gridcell"
            className={`${classes.cell} ${
              WRAPPED.includes(index) ? classes.wrapped : ''
            }`}
          >
            {cell}
          </div>
        ))}
      </div>
    );
  },
);
