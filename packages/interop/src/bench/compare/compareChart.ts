import type { ToolAnswers } from '../ask/ToolAnswers.ts';
import type { MadeCell } from '../make/MadeCell.ts';
import type { ProductView } from '../product/ProductView.ts';
import { same, type Finding } from './Finding.ts';

/** Which digest it is, and what the chart says of itself: Helm against us. */
export function compareChart(
  made: MadeCell,
  answers: ToolAnswers,
  { version: { row } }: ProductView,
): Finding[] {
  return [
    ...same('digest under the tag (helm push)', made.digest, row.digest),
    ...(made.cell.expect.code === 'ambiguous-index'
      ? // Helm takes one of them; we take none.
        same('name', '', row.name)
      : compareWithHelm(made, answers, row)),
  ];
}

function compareWithHelm(
  made: MadeCell,
  { chart, archiveDigest }: ToolAnswers,
  row: ProductView['version']['row'],
): Finding[] {
  if (!chart.accepted) {
    return [{ what: 'helm show chart', tools: chart.words, ours: row.name }];
  }
  return [
    ...same('name (helm show chart)', chart.name ?? '', row.name),
    ...same('version (helm show chart)', chart.version ?? '', row.version),
    ...same(
      'archive (helm package, helm pull)',
      made.archiveDigest,
      archiveDigest ?? 'none arrived',
    ),
    ...same(
      'archive (helm pull)',
      archiveDigest ?? 'none arrived',
      row.chartLayerDigest ?? 'unknown',
    ),
  ];
}
