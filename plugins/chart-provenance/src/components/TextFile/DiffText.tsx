import { makeStyles } from '@material-ui/core';
import { alpha } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(0.5, 0),
    padding: theme.spacing(0.5, 0),
    maxHeight: '60vh',
    overflow: 'auto',
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontFamily: 'monospace',
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    whiteSpace: 'pre',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    // As wide as the longest line, so that colours do not end where the scrolling begins.
    '& > code': { display: 'block', minWidth: 'max-content' },
  },
  line: { display: 'block', padding: theme.spacing(0, 1), minHeight: '1.5em' },
  added: { background: alpha(theme.palette.success.main, 0.14) },
  removed: { background: alpha(theme.palette.error.main, 0.12) },
  head: { color: theme.palette.text.secondary },
}));

type LineKind = 'added' | 'removed' | 'head' | 'kept';

/**
 * A unified diff. What is added and what is removed is told by the signs at the start of the lines; the colours say it once more.
 *
 * @internal
 */
export const DiffText = ({
  patch,
  label,
}: {
  patch: string;
  label: string;
}) => {
  const classes = useStyles();
  return (
    <pre
      className={classes.root}
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is to be reached by keyboard
      tabIndex={0}
    >
      <code>
        {patch
          .replace(/\n$/, '')
          .split('\n')
          .map((line, index) => {
            const kind = kindOf(line);
            return (
              <span
                key={index}
                data-line={kind}
                className={`${classes.line} ${
                  kind === 'kept' ? '' : classes[kind]
                }`}
              >
                {`${line}\n`}
              </span>
            );
          })}
      </code>
    </pre>
  );
};

function kindOf(line: string): LineKind {
  if (/^(\+\+\+ |--- |@@ |\\ )/.test(line)) {
    return 'head';
  }
  if (line.startsWith('+')) {
    return 'added';
  }
  return line.startsWith('-') ? 'removed' : 'kept';
}
