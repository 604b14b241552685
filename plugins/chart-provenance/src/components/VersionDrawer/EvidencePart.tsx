import { makeStyles } from '@material-ui/core';
import {
  EvidenceRow,
  VersionDetail,
} from 'backstage-plugin-chart-provenance-common';
import { byteSize } from '../../format/byteSize';
import { evidenceTitle } from '../../format/evidenceTitle';
import { ChartKey } from '../../api';
import { Digest, RelativeTime } from '../atoms';
import { DownloadButton } from './DownloadButton';
import { DrawerPart } from './DrawerPart';
import { VerificationLine } from './VerificationLine';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: theme.spacing(0.75, 0), overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary },
  verifications: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

const EvidenceItem = ({
  chart,
  digest,
  row,
}: {
  chart: ChartKey;
  digest: string;
  row: EvidenceRow;
}) => {
  const classes = useStyles();
  return (
    <li className={classes.item}>
      <strong>{evidenceTitle(row)}</strong> <Digest digest={row.digest} />
      {row.downloadable && (
        <DownloadButton chart={chart} digest={digest} evidence={row.digest} />
      )}
      <div className={classes.quiet}>
        <bdi>{row.mediaType}</bdi>
        {row.predicateType && (
          <>
            {' · '}
            <bdi>{row.predicateType}</bdi>
          </>
        )}
        {row.layer && ` · ${byteSize(row.layer.size)}`}
        {' · first seen '}
        <RelativeTime at={row.firstSeenAt} />
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
        {row.verifications.map(verification => (
          <VerificationLine
            key={verification.trust}
            verification={verification}
          />
        ))}
      </ul>
    </li>
  );
};

/**
 * Everything attached to the version, and what came out of checking it under each trust root and key.
 *
 * @internal
 */
export const EvidencePart = ({
  chart,
  digest,
  evidence,
}: {
  chart: ChartKey;
  /** The version's. */
  digest: string;
  evidence: VersionDetail['evidence'];
}) => {
  const classes = useStyles();
  return (
    <DrawerPart title="Evidence">
      {evidence.length === 0 ? (
        'Nothing is attached to this version.'
      ) : (
        <ul className={classes.list}>
          {evidence.map(row => (
            <EvidenceItem
              key={row.digest}
              chart={chart}
              digest={digest}
              row={row}
            />
          ))}
        </ul>
      )}
    </DrawerPart>
  );
};
