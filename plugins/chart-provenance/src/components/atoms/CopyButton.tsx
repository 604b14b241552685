import { makeStyles } from '@material-ui/core';
import CheckIcon from '@material-ui/icons/Check';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    padding: 3,
    border: 0,
    background: 'none',
    cursor: 'pointer',
    verticalAlign: 'middle',
    borderRadius: theme.shape.borderRadius,
    '&:hover': { background: theme.palette.action.hover },
    color: theme.palette.text.secondary,
    '& svg': { fontSize: 14 },
  },
}));

/**
 * Copies `text` and says so for two seconds. `label` names what is copied, for the hover and for screen readers.
 *
 * @internal
 */
export const CopyButton = ({
  text,
  label,
}: {
  text: string;
  label: string;
}) => {
  const classes = useStyles();
  const [{ error }, copy] = useCopyToClipboard();
  const [clicks, setClicks] = useState(0);

  useEffect(() => {
    if (clicks === 0) {
      return undefined;
    }
    const timer = setTimeout(() => setClicks(0), 2_000);
    return () => clearTimeout(timer);
  }, [clicks]);

  const copied = clicks > 0 && !error;
  const title =
    clicks > 0 && error
      ? 'The browser did not allow copying'
      : `${copied ? 'Copied' : 'Copy'} ${label}`;
  return (
    // A plain button: one stands in every row of a table that is scrolled fast.
    <button
      type="button"
      className={classes.root}
      aria-label={title}
      title={title}
      onClick={() => {
        copy(text);
        setClicks(count => count + 1);
      }}
    >
      {copied ? <CheckIcon /> : <CopyIcon />}
    </button>
  );
};
