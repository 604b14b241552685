import { Link } from '@backstage/core-components';
import { VersionRow } from 'backstage-plugin-chart-provenance-common';
import { memo, MouseEvent } from 'react';
import { SameVersion } from '../../format/sameVersion';
import { Digest } from '../atoms';
import { VerdictShield } from '../VerdictShield';
import { ProvenanceCell, PublishedCell, SbomCell, VersionMarks } from './cells';
import { TagsCell } from './TagsCell';
import { useTableStyles } from './useTableStyles';

/**
 * One version in the table.
 *
 * @internal
 */
export interface VersionTableRowProps {
  id: string;
  row: VersionRow;
  sameVersion?: SameVersion;
  index: number;
  /** Distance from the top of the table body in pixels. */
  top: number;
  /** Under the keyboard. */
  active: boolean;
  /** Its drawer is open. */
  open: boolean;
  /** Query string that opens its drawer. */
  search: string;
  /** Query string that opens its drawer at the SBOM. */
  sbomSearch: string;
  onOpen: (index: number) => void;
}

/**
 * Draws a version. The whole row opens it by mouse; the version itself is a link, to be opened elsewhere or copied.
 *
 * @internal
 */
export const VersionTableRow = memo((props: VersionTableRowProps) => {
  const classes = useTableStyles();
  const { id, row, sameVersion, index, top, active, open, search, onOpen } =
    props;
  const handleClick = (event: MouseEvent<HTMLElement>) => {
    const inside = event.target instanceof Element ? event.target : null;
    if (!inside?.closest('a, button')) {
      onOpen(index);
    }
  };
  return (
    // The keyboard is handled by the table, which keeps the focus while rows come and go.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={open}
      className={[
        classes.row,
        active ? classes.active : '',
        open ? classes.open : '',
      ].join(' ')}
      style={{ top }}
      onClick={handleClick}
    >
      <div role="gridcell" className={classes.cell}>
        <Link to={search} title={appVersionTitle(row)}>
          <bdi>{row.version}</bdi>
        </Link>
        <VersionMarks row={row} />
      </div>
      <div role="gridcell" className={classes.cell}>
        <Digest digest={row.digest} />
      </div>
      <div role="gridcell" className={classes.cell}>
        <VerdictShield verdict={row.verdict} />
      </div>
      <div role="gridcell" className={classes.cell}>
        <TagsCell tags={row.tags} sameVersion={sameVersion} />
      </div>
      <div role="gridcell" className={classes.cell}>
        <SbomCell sbom={row.sbom} search={props.sbomSearch} />
      </div>
      <div role="gridcell" className={classes.cell}>
        <ProvenanceCell provenance={row.provenance} />
      </div>
      <div role="gridcell" className={classes.cell}>
        <PublishedCell publishedAt={row.publishedAt} />
      </div>
    </div>
  );
});

function appVersionTitle(row: VersionRow): string {
  return row.appVersion
    ? `${row.name} ${row.version}, app version ${row.appVersion}`
    : `${row.name} ${row.version}`;
}
