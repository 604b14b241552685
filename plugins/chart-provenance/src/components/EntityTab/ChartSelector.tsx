import { NativeSelect, Typography } from '@material-ui/core';
import { ChartSummary } from 'backstage-plugin-chart-provenance-common';

/**
 * Chooses among the entity's charts; only a name when there is one.
 *
 * @internal
 */
export const ChartSelector = ({
  charts,
  chosen,
  onChoose,
}: {
  charts: ChartSummary[];
  chosen: ChartSummary;
  onChoose: (chartId: string) => void;
}) => {
  if (charts.length === 1) {
    return (
      <Typography variant="h6" component="h2">
        {chosen.name}
      </Typography>
    );
  }
  return (
    <NativeSelect
      value={chosen.chartId}
      onChange={event => onChoose(event.target.value)}
      inputProps={{ 'aria-label': 'Chart' }}
    >
      {charts.map(chart => (
        <option key={chart.chartId} value={chart.chartId}>
          {optionLabel(chart, charts)}
        </option>
      ))}
    </NativeSelect>
  );
};

/** Charts of one name live in different repositories: then the name alone would not tell them apart. */
function optionLabel(chart: ChartSummary, charts: ChartSummary[]): string {
  const namesakes = charts.filter(({ name }) => name === chart.name);
  return namesakes.length > 1
    ? `${chart.name} (${chart.registry}/${chart.repository})`
    : chart.name;
}
