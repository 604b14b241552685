import { ErrorLike } from '@backstage/errors';
import { Button, makeStyles } from '@material-ui/core';
import { backendMessage } from '../format/backendMessage';
import { FailureSubject } from './failureSubjects';
import { failureWords } from './failureWords';
import { Notice } from './Notice';

const MAX_MESSAGE = 300;

const useStyles = makeStyles(theme => ({
  message: {
    color: theme.palette.text.secondary,
    fontFamily: 'monospace',
    fontSize: '0.75rem',
  },
}));

/**
 * A failed request: what failed, what to do, the backend's own message, and a button to try again where that may help.
 *
 * @internal
 */
export const FailureNotice = ({
  error,
  subject,
  onRetry,
}: {
  error: ErrorLike;
  subject: FailureSubject;
  onRetry?: () => void;
}) => {
  const classes = useStyles();
  const words = failureWords(error, subject);
  return (
    <Notice
      severity="error"
      title={words.title}
      next={words.next}
      action={
        words.retry &&
        onRetry && (
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      <span className={classes.message}>
        {backendMessage(error).slice(0, MAX_MESSAGE)}
      </span>
    </Notice>
  );
};
