import { DistrustEntry } from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';

/**
 * What the entries reach together, nothing counted twice: `2 entries reach 3 versions; 1 is verified all the same …`. Where not
 * everything is told, the numbers are lower bounds and say so.
 *
 * @internal
 */
export function reachWords(entries: DistrustEntry[]): string {
  const versions = new Map(
    entries.flatMap(({ versions: reached }) =>
      reached.map(version => [`${version.chartId} ${version.digest}`, version]),
    ),
  );
  const told = [...versions.values()];
  const consumers = new Set(
    told.flatMap(version =>
      version.consumers.map(({ consumerId }) => consumerId),
    ),
  );
  const cut = entries.some(({ versions: { length }, total }) => length < total);
  const hidden = cut || told.some(({ moreConsumers }) => moreConsumers > 0);
  const verified = told.filter(({ status }) => status === 'verified').length;
  return [
    entries.length === 1
      ? '1 entry reaches '
      : `${entries.length} entries reach `,
    `${cut ? 'at least ' : ''}${countWords(told.length, 'version')}, which `,
    consumersWords(consumers.size, hidden),
    verified > 0
      ? ` ${countWords(verified, 'version')} of them ${
          verified === 1 ? 'is' : 'are'
        } verified all the same: by a signature that no entry names.`
      : '',
  ].join('');
}

/** `hidden`: there are more, of whom not even the number is told. */
function consumersWords(count: number, hidden: boolean): string {
  if (count === 0) {
    return hidden
      ? 'consumers that are not shown here run or want.'
      : 'no consumer that is known runs or wants.';
  }
  const words = `${hidden ? 'at least ' : ''}${countWords(count, 'consumer')}`;
  return `${words} ${count === 1 ? 'runs or wants' : 'run or want'}.`;
}
