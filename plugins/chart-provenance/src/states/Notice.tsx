import { makeStyles, Typography } from '@material-ui/core';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { ReactNode } from 'react';

const ICONS = { info: InfoIcon, warning: WarningIcon, error: ErrorIcon };

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5, 2),
    marginBottom: theme.spacing(2),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderLeftWidth: 4,
    borderRadius: theme.shape.borderRadius,
  },
  info: { borderLeftColor: theme.palette.info.main },
  warning: { borderLeftColor: theme.palette.warning.main },
  error: { borderLeftColor: theme.palette.error.main },
  icon: { color: theme.palette.text.secondary, marginTop: 2 },
  text: { minWidth: 0, flex: 1, overflowWrap: 'anywhere' },
  title: { fontWeight: 600 },
  next: { marginTop: theme.spacing(0.5) },
}));

/**
 * A state in words: what is the case, and what to do next. Every state of the pages goes through here, so that none can
 * leave the reader without a way on.
 *
 * @internal
 */
export interface NoticeProps {
  severity: keyof typeof ICONS;
  /** What is the case, as one short sentence. */
  title: string;
  /** More about it. */
  children?: ReactNode;
  /** What to do, or who can. */
  next: ReactNode;
  /** Buttons and texts to copy. */
  action?: ReactNode;
}

/**
 * Renders a state; errors are announced to screen readers at once.
 *
 * @internal
 */
export const Notice = (props: NoticeProps) => {
  const classes = useStyles();
  const { severity, title, children, next, action } = props;
  const Icon = ICONS[severity];
  return (
    <section
      className={`${classes.root} ${classes[severity]}`}
      role={severity === 'error' ? 'alert' : 'status'}
    >
      <Icon className={classes.icon} fontSize="small" aria-hidden="true" />
      <div className={classes.text}>
        <Typography
          variant="subtitle2"
          component="h4"
          className={classes.title}
        >
          {title}
        </Typography>
        {children && (
          <Typography variant="body2" component="div">
            {children}
          </Typography>
        )}
        <Typography variant="body2" component="div" className={classes.next}>
          <strong>What to do:</strong> {next}
        </Typography>
        {action}
      </div>
    </section>
  );
};
