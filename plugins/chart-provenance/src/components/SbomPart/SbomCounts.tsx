import { Link } from '@backstage/core-components';
import { Button, makeStyles } from '@material-ui/core';
import { SbomChange, SbomPage } from 'backstage-plugin-chart-provenance-common';
import { CHANGE_WORD, SBOM_CHANGES } from '../../format/sbomWords';
import { useSelection } from '../../hooks/useSelection';
import { useSbomStyles } from './useSbomStyles';

const useStyles = makeStyles(theme => ({
  button: {
    minWidth: 0,
    padding: theme.spacing(0, 0.75),
    textTransform: 'none',
    fontSize: '0.875rem',
  },
  chosen: { fontWeight: 700, textDecoration: 'underline' },
}));

const CountButton = ({
  change,
  count,
  chosen,
}: {
  change: SbomChange;
  count: number;
  chosen: boolean;
}) => {
  const classes = useStyles();
  const { select } = useSelection();
  return (
    <Button
      size="small"
      color="primary"
      className={`${classes.button} ${chosen ? classes.chosen : ''}`}
      aria-pressed={chosen}
      disabled={count === 0 && !chosen}
      onClick={() =>
        select({ change: chosen ? null : change }, { replace: true })
      }
    >
      {count} {CHANGE_WORD[change]}
    </Button>
  );
};

/**
 * How much differs from the version it is compared with; each number narrows the table to what is behind it, and back.
 *
 * @internal
 */
export const SbomCounts = ({
  page,
  chosen,
}: {
  page: SbomPage;
  chosen: SbomChange | null;
}) => {
  const classes = useSbomStyles();
  const { search } = useSelection();
  const { changes, against } = page;
  if (!changes || !against) {
    return (
      <div className={classes.counts}>
        <span className={classes.quiet}>
          Not compared: no other version is chosen, or none before has an SBOM.
        </span>
      </div>
    );
  }
  return (
    <div
      className={classes.counts}
      role="group"
      aria-label={`Differences to ${against.version}`}
    >
      {SBOM_CHANGES.map(change => (
        <CountButton
          key={change}
          change={change}
          count={changes[change]}
          chosen={change === chosen}
        />
      ))}
      <span className={classes.quiet}>
        against{' '}
        <Link
          to={search({
            version: against.digest,
            sbom: null,
            against: null,
            evidence: null,
            part: 'sbom',
          })}
        >
          <bdi>{against.version}</bdi>
        </Link>
      </span>
    </div>
  );
};
