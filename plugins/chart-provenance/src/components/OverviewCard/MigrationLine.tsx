import { Link } from '@backstage/core-components';
import AlarmIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  MigrationSummary,
  Responsible,
} from 'backstage-plugin-chart-provenance-common';
import { PHASE_WORD } from '../../format/migrationWords';
import { useCardStyles } from './useCardStyles';

const WHO: [Responsible, string][] = [
  ['owner', 'owner'],
  ['platform', 'platform team'],
  ['consumer', 'those who deploy it'],
];

/**
 * What is alarming about the move, with the way to what to do.
 *
 * @internal
 */
export const AlarmLine = ({
  alarm,
  href,
}: {
  alarm: string;
  /** Of the Migration part. */
  href: string;
}) => {
  const classes = useCardStyles();
  return (
    <div className={classes.alarm}>
      <AlarmIcon aria-hidden="true" />
      <bdi>{alarm}</bdi> <Link to={href}>See what to do</Link>
    </div>
  );
};

/**
 * How far the move to the registry is, and whose turn it is; the next step itself unless an alarm has said it.
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
      <div className={classes.line}>
        <span>
          {phase !== 'noLegacy' && 'Move to OCI: '}
          <Link to={href}>
            {passed} of {total} checks
          </Link>
          {phase === 'noLegacy' && ' passed'}
          {phase !== 'noLegacy' &&
            ` · ${(PHASE_WORD[phase] ?? phase).toLocaleLowerCase('en-US')}`}
          {turns && ` · open: ${turns}`}
        </span>
      </div>
      {nextStep && !alarm && (
        <div className={`${classes.line} ${classes.quiet}`}>
          <span>
            Next step: <bdi>{nextStep}</bdi>
          </span>
        </div>
      )}
    </>
  );
};
