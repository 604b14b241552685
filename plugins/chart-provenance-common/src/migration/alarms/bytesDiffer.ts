import type { MigrationAlarm } from '../../api/migrationTypes';
import type { Knowledge } from '../knowledge';
import { listed, said, verb } from '../words';

/** A supported version has other bytes in the registry than in the legacy repository: one of both is not what it says. */
export function bytesDiffer({ matches }: Knowledge): MigrationAlarm[] {
  const differing = matches.filter(
    one => one.supported && one.listed && one.bytes === 'differs',
  );
  const n = differing.length;
  return n === 0
    ? []
    : [
        {
          code: 'bytes-differ',
          message: `${listed(differing.map(one => said(one.version)))} ${verb(
            n,
            'has',
            'have',
          )} other bytes in the registry than in the legacy repository.`,
          fix: 'Find out which are the right ones; then release a new version from one archive to both, and leave the old ones as they are.',
          responsible: 'owner',
        },
      ];
}
