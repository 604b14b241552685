import { Typography } from '@material-ui/core';
import { ConsumesList } from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { SourcesStatus } from './SourcesStatus';
import { UsedChartTable } from './UsedChartTable';

/**
 * The tab of an entity that only uses charts of others.
 *
 * @internal
 */
export const UsedCharts = ({ list }: { list: ConsumesList }) => (
  <>
    <Typography variant="h6" component="h2" gutterBottom>
      Uses {countWords(list.charts.length, 'chart')} of others
    </Typography>
    <SourcesStatus sources={list.sources} />
    <UsedChartTable list={list} />
  </>
);
