import { MigrationState } from 'backstage-plugin-chart-provenance-common';
import { RESPONSIBLE_WORD } from '../../format/migrationWords';
import { Notice } from '../../states';

type Alarm = MigrationState['alarms'][number];

const TITLE: Record<Alarm['code'], string> = {
  'legacy-gone-too-early': 'The legacy repository is gone too early',
  'legacy-version-vanished': 'A version vanished from the legacy repository',
  'consumers-moved-back': 'Consumers moved back to the legacy repository',
  'legacy-came-back': 'The legacy repository is back',
  'bytes-differ': 'The same version has different bytes in the two places',
  'past-date': 'A planned day is past',
};

/**
 * What stands above everything else, announced at once.
 *
 * @internal
 */
export const AlarmList = ({ alarms }: Pick<MigrationState, 'alarms'>) => (
  <>
    {alarms.map(({ code, message, fix, responsible }, index) => (
      <Notice
        key={`${code} ${index}`}
        severity={code === 'past-date' ? 'warning' : 'error'}
        title={TITLE[code] ?? 'Something is wrong with the migration'}
        next={
          <>
            <bdi>{fix}</bdi> (for {RESPONSIBLE_WORD[responsible]})
          </>
        }
      >
        <bdi>{message}</bdi>
      </Notice>
    ))}
  </>
);
