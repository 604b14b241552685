import { ConsumesList } from 'backstage-plugin-chart-provenance-common';
import { FROM_WORD } from '../../format/consumerWords';
import { countWords } from '../../format/countWords';
import { usePanelStyles } from '../Panel';
import { sourceState } from './sourceState';
import {
  UsedChartName,
  UsedChartOwner,
  UsedChartPins,
  UsedChartRuns,
} from './usedChartCells';

/**
 * The charts that an entity uses; in a sentence when there are none, and whether that is known.
 *
 * @internal
 */
export const UsedChartTable = ({ list }: { list: ConsumesList }) => {
  const classes = usePanelStyles();
  if (list.charts.length === 0) {
    return <p className={classes.aside}>{nothingUsed(list)}</p>;
  }
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Chart</th>
          <th scope="col">Owner</th>
          <th scope="col">Runs</th>
          <th scope="col">Pin</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {list.charts.map(used => (
          <tr key={used.chart}>
            <td className={classes.text}>
              <UsedChartName used={used} />
            </td>
            <td>
              <UsedChartOwner used={used} />
            </td>
            <td>
              <UsedChartRuns used={used} />
            </td>
            <td>
              <UsedChartPins used={used} />
            </td>
            <td>
              {[...new Set(used.items.map(({ from }) => FROM_WORD[from]))].join(
                ', ',
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

function nothingUsed({ sources }: ConsumesList): string {
  const unread = sources.filter(source => sourceState(source) !== 'read');
  if (sources.length === 0) {
    return 'Nobody looked: no source of consumers is configured.';
  }
  return unread.length > 0
    ? `None known, but ${countWords(
        unread.length,
        'source',
      )} could not be read, or ${
        unread.length === 1 ? 'is' : 'are'
      } not read yet: ${unread.map(({ title }) => title).join(', ')}.`
    : 'None: no source knows of another chart that it deploys or depends on.';
}
