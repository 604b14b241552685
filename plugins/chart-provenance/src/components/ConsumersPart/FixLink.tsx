import { Link } from '@backstage/core-components';
import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { fixingSnippet } from '../../format/fixingSnippet';
import { useTabPart } from '../../hooks/useTabPart';

/**
 * Leads to the text that mends how a consumer names the chart, as a change to its own manifest where that is known.
 *
 * @internal
 */
export const FixLink = ({
  row: { id, form },
  chartId,
  words = 'Fix',
}: {
  row: Pick<ConsumerRow, 'id' | 'form'>;
  chartId: string;
  words?: string;
}) => {
  const { hrefOf } = useTabPart();
  const snippet = fixingSnippet(form);
  const search = new URLSearchParams({
    chart: chartId,
    ...(snippet && { snippet }),
    consumer: id,
  });
  return <Link to={hrefOf('adopt', `?${search}`)}>{words}</Link>;
};
