import { Drawer, IconButton, makeStyles, Typography } from '@material-ui/core';
import CloseIcon from '@material-ui/icons/Close';
import NextIcon from '@material-ui/icons/KeyboardArrowDown';
import PreviousIcon from '@material-ui/icons/KeyboardArrowUp';
import {
  VersionDetail,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { ChartKey } from '../../api';
import { useVersionDetail } from '../../hooks/useVersionDetail';
import { FailureNotice, LinesSkeleton } from '../../states';
import { Digest } from '../atoms';
import { DrawerNav } from './DrawerNav';
import { DrawerPartId } from './drawerParts';
import { VersionProof } from './VersionProof';

/** Only one drawer is open at a time. */
const TITLE_ID = 'chart-provenance-version-title';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 'min(900px, 100vw)',
    padding: theme.spacing(0, 3, 2),
    boxSizing: 'border-box',
  },
  // Stays in view: the drawer is long, and its parts are reached from here.
  top: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    margin: theme.spacing(0, -3, 1.5),
    padding: theme.spacing(1.5, 3, 0),
    background: theme.palette.background.paper,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  header: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  title: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
}));

/**
 * Which version is open, and where its neighbours are.
 *
 * @internal
 */
export interface VersionDrawerProps {
  chart: ChartKey;
  /** Name of the chart, for the title before anything is loaded. */
  name: string;
  /** The open version; null closes the drawer. */
  digest: string | null;
  /** Changes when the index has looked again. */
  revision: string;
  /** Versions of the chart, to compare SBOMs with. */
  versions: VersionRow[];
  previous?: string;
  next?: string;
  onOpen: (digest: string) => void;
  onClose: () => void;
}

const Neighbours = ({
  previous,
  next,
  onOpen,
}: Pick<VersionDrawerProps, 'previous' | 'next' | 'onOpen'>) => (
  <>
    <IconButton
      size="small"
      aria-label="Version above"
      disabled={!previous}
      onClick={() => previous && onOpen(previous)}
    >
      <PreviousIcon />
    </IconButton>
    <IconButton
      size="small"
      aria-label="Version below"
      disabled={!next}
      onClick={() => next && onOpen(next)}
    >
      <NextIcon />
    </IconButton>
  </>
);

const VersionContent = (props: VersionDrawerProps & { digest: string }) => {
  const classes = useStyles();
  const { chart, name, digest, revision, versions, onClose } = props;
  const { value, error, reload } = useVersionDetail(chart, digest, revision);
  return (
    <>
      <div className={classes.top}>
        <div className={classes.header}>
          <Typography
            id={TITLE_ID}
            variant="h5"
            component="h2"
            className={classes.title}
          >
            <bdi>{value ? `${value.row.name} ${value.row.version}` : name}</bdi>
          </Typography>
          <Neighbours {...props} />
          <IconButton size="small" aria-label="Close" onClick={onClose}>
            <CloseIcon />
          </IconButton>
        </div>
        {value && <DrawerNav counts={countsOf(value)} />}
      </div>
      {!value && <Digest digest={digest} />}
      {error && (
        <FailureNotice error={error} subject="version" onRetry={reload} />
      )}
      {value && (
        <VersionProof
          key={digest}
          chart={chart}
          detail={value}
          versions={versions}
        />
      )}
      {!value && !error && (
        <LinesSkeleton
          label="Loading the version"
          widths={['50%', '80%', '80%', '60%', '100%', '100%']}
        />
      )}
    </>
  );
};

/**
 * One version with its whole proof. Esc closes it; the arrows lead to the neighbours in the list.
 *
 * @internal
 */
export const VersionDrawer = (props: VersionDrawerProps) => {
  const classes = useStyles();
  const { digest, onClose } = props;
  return (
    <Drawer
      anchor="right"
      open={digest !== null}
      onClose={onClose}
      // The list takes the focus back itself: the row it was opened from may be gone.
      disableRestoreFocus
      classes={{ paper: classes.paper }}
      PaperProps={{ role: 'dialog', 'aria-labelledby': TITLE_ID }}
    >
      {digest !== null && <VersionContent {...props} digest={digest} />}
    </Drawer>
  );
};

function countsOf({
  row,
  evidence,
}: VersionDetail): Partial<Record<DrawerPartId, number>> {
  return {
    sbom: row.sbom?.packageCount ?? undefined,
    evidence: evidence.length,
  };
}
