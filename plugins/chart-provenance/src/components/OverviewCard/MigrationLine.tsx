import { Link } from '@backstage/core-components';
import AlarmIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  MigrationSummary,
  Responsible,
} from 'backstage-plugin-chart-provenance-common';
import { PHASE_WORD } from '../../format/migrationWords';
import { useCardStyles } from './useCardStyles';

const WHO: [Responsible, string][] = [
  ['owner', 'yours'],
  ['platform', 'Platform'],
  ['consumer', 'those who deploy it'],
];

/**
 * How far the move to the registry is, and whose turn it is; what is alarming comes before.
 *
 * @internal
 */
export const MigrationLine = ({
  migration,
  href,
}: {
  migration: MigrationSummary;
  /** Of the Migration part. */
  href: string;
}) => {
  const classes = useCardStyles();
  const { phase, passed, total, open, nextStep, alarm } = migration;
  const turns = WHO.filter(([who]) => open[who] > 0)
    .map(([who, words]) => `${words} (${open[who]})`)
    .join(', ');
  return (
    <>
      {alarm && (
        <div className={classes.alarm}>
          <AlarmIcon aria-hidden="true" />
          <bdi>{alarm}</bdi> <Link to={href}>See what to do</Link>
        </div>
      )}
      <div className={classes.line} title={nextStep ?? undefined}>
        <span>
          {phase === 'noLegacy' ? 'Checks: ' : 'Move to OCI: '}
          <Link to={href}>
            {passed} of {total} checks
          </Link>
          {phase !== 'noLegacy' &&
            ` · ${(PHASE_WORD[phase] ?? phase).toLocaleLowerCase('en-US')}`}
          {turns && ` · next: ${turns}`}
        </span>
      </div>
    </>
  );
};
