import { makeStyles } from '@material-ui/core';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '150px 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
  },
  name: { color: theme.palette.text.secondary },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
}));

/**
 * A name and what it is; without a value (null, false, empty) it is left out.
 *
 * @internal
 */
export type Fact = [name: string, value: ReactNode];

/**
 * Names and what they are; those without a value are left out.
 *
 * @internal
 */
export const FactList = ({ facts }: { facts: Fact[] }) => {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {facts
        .filter(([, value]) => value || value === 0)
        .map(([name, value]) => [
          <dt key={`${name} name`} className={classes.name}>
            {name}
          </dt>,
          <dd key={`${name} value`} className={classes.value}>
            {value}
          </dd>,
        ])}
    </dl>
  );
};
