import { SbomRow } from 'backstage-plugin-chart-provenance-common';
import { memo } from 'react';
import { CHANGE_WORD, KIND_WORD } from '../../format/sbomWords';
import { shortDigest } from '../../format/shortDigest';
import { useSbomStyles } from './useSbomStyles';

const NOT_SAID = 'not said';

/** Before and now; only now where they are the same. */
const FromTo = ({ before, now }: { before?: string; now: string }) =>
  before === undefined || before === now ? (
    <bdi>{now || NOT_SAID}</bdi>
  ) : (
    <>
      <bdi>{before || NOT_SAID}</bdi> → <bdi>{now || NOT_SAID}</bdi>
    </>
  );

const ChangeCell = ({ row }: { row: SbomRow }) => {
  const classes = useSbomStyles();
  const { change } = row;
  return (
    <span className={change === 'same' ? classes.small : classes.added}>
      {change && (CHANGE_WORD[change] ?? change)}
    </span>
  );
};

/**
 * One component. What does not fit is on hover.
 *
 * @internal
 */
export const SbomTableRow = memo(
  ({
    row,
    index,
    top,
    line,
    compared,
  }: {
    row: SbomRow;
    index: number;
    /** Distance from the top of the table body in pixels. */
    top: number;
    /** Class of a line of the table. */
    line: string;
    compared: boolean;
  }) => {
    const classes = useSbomStyles();
    const { name, version, kind, purl, licences, digest, change, before } = row;
    const below = purl ?? digest;
    const gone = change === 'removed' ? classes.removed : '';
    const licencesNow = licences.join(', ');
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        className={`${line} ${classes.row}`}
        style={{ top }}
      >
        <div
          role="cell"
          className={classes.cell}
          title={`${name}\n${below ?? ''}`}
        >
          <div className={`${classes.name} ${gone}`}>
            <bdi>{name}</bdi>
          </div>
          {below && (
            <div className={classes.small}>
              <bdi>{purl ?? shortDigest(below)}</bdi>
            </div>
          )}
        </div>
        <div
          role="cell"
          className={classes.cell}
          title={before ? `${before.version} → ${version}` : version}
        >
          <FromTo before={before?.version} now={version} />
          {before && before.digest !== digest && (
            <div
              className={classes.small}
              title={`${before.digest ?? NOT_SAID} before, ${
                digest ?? NOT_SAID
              } now`}
            >
              other bytes
            </div>
          )}
        </div>
        <div role="cell" className={classes.cell}>
          {KIND_WORD[kind] ?? kind}
        </div>
        <div role="cell" className={classes.cell} title={licencesNow}>
          <FromTo before={before?.licences.join(', ')} now={licencesNow} />
        </div>
        {compared && (
          <div role="cell" className={classes.cell}>
            <ChangeCell row={row} />
          </div>
        )}
      </div>
    );
  },
);
