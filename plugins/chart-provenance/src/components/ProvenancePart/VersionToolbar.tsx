import {
  FormControlLabel,
  InputBase,
  makeStyles,
  Switch,
} from '@material-ui/core';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 3),
    marginBottom: theme.spacing(1),
  },
  filter: {
    width: 260,
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.paper,
    fontSize: '0.875rem',
    '&:focus-within': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  toggle: { fontSize: '0.875rem' },
  shown: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/**
 * Counts, filter box and toggles above the list, and how much of it is shown.
 *
 * @internal
 */
export const VersionToolbar = ({
  counts,
  text,
  onText,
  prereleases,
  onPrereleases,
  shown,
}: {
  counts: ReactNode;
  text: string;
  onText: (text: string) => void;
  prereleases: boolean;
  onPrereleases: (include: boolean) => void;
  /** How much of the list is shown, in words. */
  shown: string;
}) => {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {counts}
      <InputBase
        className={classes.filter}
        type="search"
        value={text}
        placeholder="Filter by version, tag or digest"
        inputProps={{ 'aria-label': 'Filter by version, tag or digest' }}
        onChange={event => onText(event.target.value)}
      />
      <FormControlLabel
        classes={{ label: classes.toggle }}
        label="Pre-releases"
        control={
          <Switch
            size="small"
            color="primary"
            checked={prereleases}
            onChange={event => onPrereleases(event.target.checked)}
          />
        }
      />
      <span className={classes.shown} role="status">
        {shown}
      </span>
    </div>
  );
};
