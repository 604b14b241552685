import {
  ConsumedChart,
  ConsumerRow,
} from 'backstage-plugin-chart-provenance-common';

/** An entity's uses by chart, in order of the charts' names; owners are filled in by whoever knows the reader. */
export function consumedCharts(rows: readonly ConsumerRow[]): ConsumedChart[] {
  const charts = new Map<string, ConsumerRow[]>();
  for (const row of rows) {
    const key = row.chartId ?? row.chart;
    charts.set(key, [...(charts.get(key) ?? []), row]);
  }
  return [...charts.values()]
    .map(items => ({
      chart: chartIn(items),
      name: nameOf(chartIn(items)),
      chartId: items[0].chartId,
      ownerRef: null,
      ownerTeam: null,
      items,
    }))
    .sort(
      (a, b) => a.name.localeCompare(b.name) || a.chart.localeCompare(b.chart),
    );
}

/** A chart that is used from both places is the one in the registry: that is where it is going. */
function chartIn(items: readonly ConsumerRow[]): string {
  return (items.find(({ from }) => from === 'oci') ?? items[0]).chart;
}

function nameOf(chart: string): string {
  return chart.slice(
    Math.max(chart.lastIndexOf('/'), chart.lastIndexOf('#')) + 1,
  );
}
