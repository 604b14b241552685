import { Drawer, IconButton, makeStyles, Typography } from '@material-ui/core';
import CloseIcon from '@material-ui/icons/Close';
import {
  ChartSummary,
  ConsumerRow,
} from 'backstage-plugin-chart-provenance-common';
import { Notice } from '../../states';
import { ConsumerFacts } from './ConsumerFacts';
import { FindingList } from './FindingList';

const TITLE_ID = 'chart-provenance-consumer-title';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 'min(680px, 100vw)',
    padding: theme.spacing(2, 3),
    boxSizing: 'border-box',
  },
  header: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  title: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
}));

const GoneNotice = () => (
  <Notice
    severity="info"
    title="The consumer in this link is not among those shown"
    next="Close this and look in the list; clear its filters if there are any."
  >
    It may be gone, or use another chart now, or be hidden from you.
  </Notice>
);

/**
 * One consumer with everything known of it. Esc closes it.
 *
 * @internal
 */
export const ConsumerDrawer = ({
  consumer,
  row,
  chart,
  onClose,
}: {
  /** Id of the open consumer; null closes the drawer. */
  consumer: string | null;
  /** The consumer, where it is still there. */
  row?: ConsumerRow;
  /** The chart it uses. */
  chart: ChartSummary;
  onClose: () => void;
}) => {
  const classes = useStyles();
  return (
    <Drawer
      anchor="right"
      open={consumer !== null}
      onClose={onClose}
      // The list takes the focus back itself: the row it was opened from may be gone.
      disableRestoreFocus
      classes={{ paper: classes.paper }}
      PaperProps={{ role: 'dialog', 'aria-labelledby': TITLE_ID }}
    >
      <div className={classes.header}>
        <Typography
          id={TITLE_ID}
          variant="h5"
          component="h2"
          className={classes.title}
        >
          <bdi>{row ? `${row.kind} ${row.name}` : 'Consumer'}</bdi>
        </Typography>
        <IconButton size="small" aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      {row ? (
        <>
          <ConsumerFacts row={row} chart={chart} />
          <FindingList row={row} chartId={chart.chartId} />
        </>
      ) : (
        consumer !== null && <GoneNotice />
      )}
    </Drawer>
  );
};
