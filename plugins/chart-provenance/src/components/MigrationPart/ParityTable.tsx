import { Link } from '@backstage/core-components';
import { Button } from '@material-ui/core';
import {
  ParityRow,
  ParityState,
} from 'backstage-plugin-chart-provenance-common';
import { useState } from 'react';
import { PARITY_WORD } from '../../format/migrationWords';
import { Digest } from '../atoms';
import { usePanelStyles } from '../Panel';
import { Nothing } from '../VersionTable/marks';
import { StateIcon, Tone } from './StateIcon';

/** Rows drawn at a time. */
const PAGE = 50;

const TONE: Record<ParityState, Tone> = {
  same: 'good',
  differs: 'bad',
  onlyLegacy: 'warning',
  onlyOci: 'idle',
  unverifiable: 'unsure',
};

const Row = ({
  row,
  hrefOfVersion,
}: {
  row: ParityRow;
  hrefOfVersion: (digest: string) => string;
}) => {
  const classes = usePanelStyles();
  const { version, state, digest, legacyDigest, chartLayerDigest } = row;
  return (
    <tr>
      <td>
        {digest ? (
          <Link to={hrefOfVersion(digest)}>
            <bdi>{version}</bdi>
          </Link>
        ) : (
          <bdi>{version}</bdi>
        )}
        {row.supported && <div className={classes.aside}>supported</div>}
      </td>
      <td>
        {legacyDigest ? (
          <Digest digest={legacyDigest} />
        ) : (
          <Nothing>The legacy index names no digest</Nothing>
        )}
      </td>
      <td>
        {chartLayerDigest ? (
          <Digest digest={chartLayerDigest} />
        ) : (
          <Nothing>No digest is known from the registry</Nothing>
        )}
      </td>
      <td className={classes.text}>
        <StateIcon tone={TONE[state] ?? 'unsure'} />{' '}
        {PARITY_WORD[state] ?? state}
        {row.note && (
          <div className={classes.aside}>
            <bdi>{row.note}</bdi>
          </div>
        )}
      </td>
    </tr>
  );
};

/**
 * Versions with both digests: the archive by the legacy index, the chart layer in the registry.
 *
 * @internal
 */
export const ParityTable = ({
  rows,
  total,
  more,
  hrefOfVersion,
}: {
  rows: ParityRow[];
  /** Rows there are without the filter. */
  total: number;
  /** Versions that the backend left out. */
  more: number;
  hrefOfVersion: (digest: string) => string;
}) => {
  const classes = usePanelStyles();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <table className={classes.table} aria-label="Parity by version">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Legacy digest</th>
            <th scope="col">Chart digest in the registry</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(row => (
            <Row key={row.version} row={row} hrefOfVersion={hrefOfVersion} />
          ))}
        </tbody>
      </table>
      <div className={classes.aside} role="status">
        {rows.length === 0 && 'No version matches. '}
        {Math.min(shown, rows.length)} of {total} versions
        {more > 0 && `; ${more} older ones are not listed`}
        {rows.length > shown && (
          <Button size="small" onClick={() => setShown(shown + PAGE)}>
            Show more
          </Button>
        )}
      </div>
    </>
  );
};
