import { Link } from '@backstage/core-components';
import { Button, makeStyles } from '@material-ui/core';
import { MigrationState } from 'backstage-plugin-chart-provenance-common';
import { RESPONSIBLE_WORD } from '../../format/migrationWords';
import { useTabPart } from '../../hooks/useTabPart';
import { Notice } from '../../states';
import { goToElement } from '../atoms/goToElement';
import { goToCheck, PARITY_ID } from './lineId';

type Alarm = MigrationState['alarms'][number];

const TITLE: Record<Alarm['code'], string> = {
  'legacy-gone-too-early': 'The legacy repository is gone too early',
  'legacy-version-vanished': 'A version vanished from the legacy repository',
  'consumers-moved-back': 'Consumers moved back to the legacy repository',
  'legacy-came-back': 'The legacy repository is back',
  'bytes-differ': 'The same version has different bytes in the two places',
  'past-date': 'A planned day is past',
};

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(0.5),
  },
}));

const LegacyConsumersLink = () => {
  const { hrefOf } = useTabPart();
  return (
    <Link to={hrefOf('consumers', '?from=legacy')}>
      Show the consumers that take it from the legacy repository
    </Link>
  );
};

/** From an alarm to what it is about. */
const AlarmAction = ({
  code,
  checkId,
}: {
  code: Alarm['code'];
  checkId: string | null;
}) => {
  const classes = useStyles();
  return (
    <div className={classes.actions}>
      {checkId && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => goToCheck(checkId)}
        >
          Show the check
        </Button>
      )}
      {(code === 'bytes-differ' || code === 'legacy-version-vanished') && (
        <Button size="small" onClick={() => goToElement(PARITY_ID)}>
          Show the versions
        </Button>
      )}
      {(code === 'consumers-moved-back' ||
        code === 'legacy-gone-too-early') && <LegacyConsumersLink />}
    </div>
  );
};

/**
 * What stands above everything else, announced at once. Where the next step is just the fix of an alarm, the way to its check is here.
 *
 * @internal
 */
export const AlarmList = ({
  alarms,
  nextStep,
}: Pick<MigrationState, 'alarms' | 'nextStep'>) => (
  <>
    {alarms.map(({ code, message, fix, responsible }, index) => (
      <Notice
        key={`${code} ${index}`}
        severity={code === 'past-date' ? 'warning' : 'error'}
        title={TITLE[code] ?? 'Something is wrong with the migration'}
        next={
          <>
            <bdi>{fix}</bdi>
            <div>
              <strong>Whose turn it is:</strong>{' '}
              {RESPONSIBLE_WORD[responsible] ?? responsible}
            </div>
          </>
        }
        action={
          <AlarmAction
            code={code}
            checkId={
              index === 0 && nextStep?.text === fix ? nextStep.checkId : null
            }
          />
        }
      >
        <bdi>{message}</bdi>
      </Notice>
    ))}
  </>
);
