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
 * Names and what they are; those without a value are left out.
 *
 * @internal
 */
export const FactList = ({
  facts,
}: {
  facts: [name: string, value: ReactNode][];
}) => {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined)
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
