import type { ToolAnswers } from '../ask/ToolAnswers.ts';
import type { MadeCell } from '../make/MadeCell.ts';
import type { ProductView } from '../product/ProductView.ts';
import { compareChart } from './compareChart.ts';
import { compareEvidence } from './compareEvidence.ts';
import { compareVerdict } from './compareVerdict.ts';
import type { Finding } from './Finding.ts';

/** Everything that the tools and we do not say alike about one cell; empty when we agree. */
export function compare(
  made: MadeCell,
  answers: ToolAnswers,
  view: ProductView,
): Finding[] {
  return [
    ...compareChart(made, answers, view),
    ...compareVerdict(made, answers, view),
    ...compareEvidence(made, answers, view),
  ];
}
