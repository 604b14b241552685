import { Button, makeStyles } from '@material-ui/core';
import { useState } from 'react';
import { CopyButton } from '../atoms';
import { saveBlob } from '../atoms/saveBlob';
import { fileName } from './fileName';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(1, 0, 2),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    padding: theme.spacing(0.25, 1),
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: '0.8125rem',
  },
  path: { flex: 1, minWidth: 120, overflowWrap: 'anywhere' },
  text: {
    margin: 0,
    padding: theme.spacing(1),
    maxHeight: '70vh',
    overflow: 'auto',
    fontFamily: 'monospace',
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    tabSize: 4,
    whiteSpace: 'pre',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  wrapped: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
}));

/**
 * A text to be put into a file elsewhere: shown, copied and saved to the letter. It scrolls by keyboard.
 *
 * @internal
 */
export const TextFile = ({ path, text }: { path: string; text: string }) => {
  const classes = useStyles();
  const [wrap, setWrap] = useState(false);
  return (
    <section className={classes.root} aria-label={`File ${path}`}>
      <div className={classes.bar}>
        <code className={classes.path}>
          <bdi>{path}</bdi>
        </code>
        <Button
          size="small"
          aria-pressed={wrap}
          onClick={() => setWrap(before => !before)}
        >
          {wrap ? 'Do not wrap' : 'Wrap lines'}
        </Button>
        <Button
          size="small"
          onClick={() => saveBlob(new Blob([text]), fileName(path))}
        >
          Download
        </Button>
        <CopyButton text={text} label={`the text of ${path}`} />
      </div>
      <pre
        className={`${classes.text} ${wrap ? classes.wrapped : ''}`}
        aria-label={`text of ${path}`}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is to be reached by keyboard
        tabIndex={0}
      >
        {text}
      </pre>
    </section>
  );
};
