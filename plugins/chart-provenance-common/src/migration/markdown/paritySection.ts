import type { MigrationState, ParityReport } from '../../api/migrationTypes';
import { dayOf } from '../words';
import { code, plain, table } from './escape';
import { PARITY } from './labels';

const HEAD = [
  ...['Version', 'State', 'Legacy digest', 'OCI chart digest'],
  ...['Supported', 'Note'],
];

/** The parity table. */
export function paritySection({ parity }: MigrationState): string[] {
  if (parity === null) {
    return [];
  }
  const { problem, rows, more } = parity;
  return [
    '',
    '## Parity',
    '',
    summary(parity),
    ...(problem === null
      ? []
      : [
          '',
          `Since ${plain(dayOf(problem.since))} it cannot be read: ${plain(
            problem.message,
            1_000,
          )} ${plain(problem.fix, 1_000)}`,
        ]),
    ...(rows.length === 0 ? [] : ['']),
    ...table(HEAD, rows.map(cells)),
    ...(more > 0 ? ['', `And ${more} more.`] : []),
  ];
}

function summary({ legacy, readAt, counts }: ParityReport): string {
  const read =
    readAt === null
      ? 'never read, so nothing is known of it'
      : `read on ${plain(dayOf(readAt))}`;
  return `${code(legacy)}, ${read}. Same ${counts.same}, differs ${
    counts.differs
  }, legacy only ${counts.onlyLegacy}, registry only ${
    counts.onlyOci
  }, cannot be compared ${counts.unverifiable}.`;
}

function cells(row: ParityReport['rows'][number]): string[] {
  const { legacyDigest, chartLayerDigest, note } = row;
  return [
    code(row.version),
    PARITY[row.state],
    legacyDigest === null ? '–' : code(legacyDigest),
    chartLayerDigest === null ? '–' : code(chartLayerDigest),
    row.supported ? 'yes' : 'no',
    note === null ? '' : plain(note),
  ];
}
