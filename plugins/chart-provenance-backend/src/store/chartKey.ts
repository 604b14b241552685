/** Key of a chart's row in the work queue. */
export function chartKey(chartId: string): string {
  return `chart:${chartId}`;
}

/** The chart a work queue key stands for. */
export function chartIdOfKey(key: string): string {
  return key.slice('chart:'.length);
}

/** Key of the one row that reads the catalog. */
export const DISCOVERY_KEY = 'discovery';
