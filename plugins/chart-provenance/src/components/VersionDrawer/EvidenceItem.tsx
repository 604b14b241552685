import { makeStyles } from '@material-ui/core';
import { EvidenceRow } from 'backstage-plugin-chart-provenance-common';
import { ChartKey } from '../../api';
import { byteSize } from '../../format/byteSize';
import { evidenceTitle } from '../../format/evidenceTitle';
import { formatWords } from '../../format/formatWords';
import { Digest, RelativeTime } from '../atoms';
import { DownloadButton } from './DownloadButton';
import { evidenceElementId } from './drawerParts';
import { VerificationList } from './VerificationList';

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(0.75, 1),
    marginLeft: theme.spacing(-1),
    borderLeft: '3px solid transparent',
    overflowWrap: 'anywhere',
    scrollMarginTop: '112px',
    '&:focus': { outline: 'none' },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  chosen: {
    borderLeftColor: theme.palette.primary.main,
    background: theme.palette.action.selected,
  },
  quiet: { color: theme.palette.text.secondary },
  verifications: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** What it is by its own and its manifest's word, where it stands and how large it is. */
const Written = ({ row }: { row: EvidenceRow }) => {
  const { mediaType, artifactType, predicateType, layer, manifest } = row;
  return (
    <>
      {formatWords(row.format)}
      {' · '}
      <bdi>{mediaType}</bdi>
      {artifactType && artifactType !== mediaType && (
        <>
          {' · artifact type '}
          <bdi>{artifactType}</bdi>
        </>
      )}
      {predicateType && (
        <>
          {' · '}
          <bdi>{predicateType}</bdi>
        </>
      )}
      {layer && ` · ${byteSize(layer.size)}`}
      {manifest && (
        <>
          {manifest === row.subject
            ? ' · part of the chart itself'
            : ' · in manifest '}
          {manifest !== row.subject && <Digest digest={manifest} />}
        </>
      )}
      {' · first seen '}
      <RelativeTime at={row.firstSeenAt} />
    </>
  );
};

/**
 * One piece of evidence; `chosen` when a link leads to it.
 *
 * @internal
 */
export const EvidenceItem = ({
  chart,
  digest,
  row,
  chosen,
}: {
  chart: ChartKey;
  /** The version's. */
  digest: string;
  row: EvidenceRow;
  chosen: boolean;
}) => {
  const classes = useStyles();
  return (
    <li
      id={evidenceElementId(row.digest)}
      tabIndex={-1}
      aria-current={chosen ? 'true' : undefined}
      className={`${classes.item} ${chosen ? classes.chosen : ''}`}
    >
      <strong>{evidenceTitle(row)}</strong> <Digest digest={row.digest} />
      {row.downloadable && (
        <DownloadButton chart={chart} digest={digest} evidence={row.digest} />
      )}
      <div className={classes.quiet}>
        <Written row={row} />
      </div>
      {!row.present && (
        <div>
          No longer in the registry: it was there once, and does not count any
          more.
        </div>
      )}
      {row.problem && (
        <div>
          Could not be decoded: <bdi>{row.problem.message}</bdi>
        </div>
      )}
      <ul className={classes.verifications}>
        <VerificationList verifications={row.verifications} />
        {row.verifications.length === 0 && !row.problem && (
          <li>{unchecked(row)}</li>
        )}
      </ul>
    </li>
  );
};

function unchecked({ format }: EvidenceRow): string {
  return format === 'raw' || format === 'unknown'
    ? 'Nothing in it is signed: whoever may push to the registry may have written it'
    : 'Not checked under any trust root or key';
}
