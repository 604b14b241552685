import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
    listStyle: 'none',
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  link: {
    display: 'inline-block',
    padding: theme.spacing(0.75, 1.5),
    borderBottom: '2px solid transparent',
    color: theme.palette.text.secondary,
    fontWeight: 600,
    '&:hover': { color: theme.palette.text.primary },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  present: {
    borderBottomColor: theme.palette.primary.main,
    color: theme.palette.text.primary,
  },
}));

/**
 * The parts of a page as links, so that each has an address of its own and is reached by keyboard.
 *
 * @internal
 */
export const PartNav = ({
  label,
  parts,
}: {
  /** What the parts are of, for screen readers. */
  label: string;
  parts: { title: string; to: string; present: boolean }[];
}) => {
  const classes = useStyles();
  return (
    <nav aria-label={label}>
      <ul className={classes.list}>
        {parts.map(({ title, to, present }) => (
          <li key={title}>
            <Link
              to={to}
              underline="none"
              className={`${classes.link} ${present ? classes.present : ''}`}
              aria-current={present ? 'page' : undefined}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
