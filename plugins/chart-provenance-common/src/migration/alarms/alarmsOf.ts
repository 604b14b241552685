import type { MigrationAlarm, MigrationPhase } from '../../api/migrationTypes';
import type { Knowledge } from '../knowledge';
import { bytesDiffer } from './bytesDiffer';
import { goneTooEarly, versionsVanished } from './goneTooEarly';
import { consumersMovedBack, legacyCameBack } from './movedBack';
import { pastDate } from './pastDate';

/** What stands above everything else, the worst first. */
export function alarmsOf(
  known: Knowledge,
  phase: MigrationPhase,
): MigrationAlarm[] {
  return [
    ...goneTooEarly(known),
    ...versionsVanished(known),
    ...bytesDiffer(known),
    ...consumersMovedBack(known),
    ...legacyCameBack(known),
    ...pastDate(known, phase),
  ];
}
