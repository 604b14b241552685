import { useApi } from '@backstage/core-plugin-api';
import { Drawer, IconButton, makeStyles, Typography } from '@material-ui/core';
import CloseIcon from '@material-ui/icons/Close';
import { chartProvenanceApiRef } from '../../api';
import { useLoad } from '../../hooks/useLoad';
import { FailureNotice, LinesSkeleton } from '../../states';
import { DecisionFacts } from './DecisionFacts';

const TITLE_ID = 'chart-provenance-decision-title';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 'min(720px, 100vw)',
    padding: theme.spacing(2, 3),
    boxSizing: 'border-box',
  },
  header: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  title: { flex: 1, minWidth: 0 },
}));

const Decision = ({ id }: { id: string }) => {
  const api = useApi(chartProvenanceApiRef);
  const { value, error, reload } = useLoad(id, signal =>
    api.getGateDecision(id, { signal }),
  );
  return (
    <>
      {error && (
        <FailureNotice error={error} subject="decision" onRetry={reload} />
      )}
      {!value && !error && (
        <LinesSkeleton
          label="Loading the decision"
          widths={['50%', '80%', '80%', '60%']}
        />
      )}
      {value && <DecisionFacts row={value} />}
    </>
  );
};

/**
 * One decision, explained. Esc closes it.
 *
 * @internal
 */
export const DecisionDrawer = ({
  id,
  onClose,
}: {
  /** Of the open decision; null closes the drawer. */
  id: string | null;
  onClose: () => void;
}) => {
  const classes = useStyles();
  return (
    <Drawer
      anchor="right"
      open={id !== null}
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
          Decision of the gate
        </Typography>
        <IconButton size="small" aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      {id !== null && <Decision key={id} id={id} />}
    </Drawer>
  );
};
