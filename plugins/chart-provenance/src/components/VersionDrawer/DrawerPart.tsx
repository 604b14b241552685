import { makeStyles, Typography } from '@material-ui/core';
import { ReactNode } from 'react';
import { DrawerPartId, partElementId } from './drawerParts';

/** The title and the navigation of the drawer stand above what is scrolled to. */
const HEADER = '100px';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(2, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    scrollMarginTop: HEADER,
    '&:focus': { outline: 'none' },
    '&:focus-visible > h3': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  heading: { width: 'fit-content' },
}));

/**
 * One part of a drawer under its heading; with an `id`, one that can be gone to.
 *
 * @internal
 */
export const DrawerPart = ({
  id,
  title,
  children,
}: {
  id?: DrawerPartId;
  title: string;
  children: ReactNode;
}) => {
  const classes = useStyles();
  return (
    <section
      id={id && partElementId(id)}
      tabIndex={id && -1}
      className={classes.root}
      aria-label={title}
    >
      <Typography
        variant="subtitle1"
        component="h3"
        gutterBottom
        className={classes.heading}
      >
        {title}
      </Typography>
      <Typography variant="body2" component="div">
        {children}
      </Typography>
    </section>
  );
};
