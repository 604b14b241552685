import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import { useRef } from 'react';
import { useSelection } from '../../hooks/useSelection';
import { DRAWER_PARTS, DrawerPartId, goToDrawerPart } from './drawerParts';
import { usePresentPart } from './usePresentPart';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 0.5),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  link: {
    display: 'inline-block',
    padding: theme.spacing(0.5, 1),
    borderBottom: '2px solid transparent',
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
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
  count: { marginLeft: theme.spacing(0.5), fontWeight: 400 },
}));

/**
 * The parts of the drawer as links: each can be sent to a colleague, and takes the keyboard along.
 *
 * @internal
 */
export const DrawerNav = ({
  counts,
}: {
  /** How much there is in a part. */
  counts: Partial<Record<DrawerPartId, number>>;
}) => {
  const classes = useStyles();
  const { part, search } = useSelection();
  const navRef = useRef<HTMLElement>(null);
  const present = usePresentPart(navRef, part);
  return (
    <nav ref={navRef} aria-label="Parts of this version">
      <ul className={classes.list}>
        {DRAWER_PARTS.map(({ id, title }) => (
          <li key={id}>
            <Link
              to={search({ part: id, evidence: null })}
              replace
              underline="none"
              className={`${classes.link} ${
                id === present ? classes.present : ''
              }`}
              aria-current={id === present ? 'location' : undefined}
              onClick={() => goToDrawerPart(id)}
            >
              {title}
              {counts[id] !== undefined && (
                <span className={classes.count}>{counts[id]}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
