import { makeStyles } from '@material-ui/core';
import { DistrustEntry } from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { dayText } from '../../format/dayText';
import { exactTime } from '../../format/relativeTime';
import { Panel, usePanelStyles } from '../Panel';
import { DistrustedRow } from './DistrustedRow';

const useStyles = makeStyles(theme => ({
  facts: { marginBottom: theme.spacing(1), overflowWrap: 'anywhere' },
}));

/** As the operator wrote it, to the day: an end of a range is no distance from now. */
const Moment = ({ at }: { at: string }) => (
  <time dateTime={at} title={exactTime(at)}>
    {dayText(at.slice(0, 10))}
  </time>
);

/** By proven times alone: a signature without any cannot show that it lies outside. */
const Range = ({ from, until }: Pick<DistrustEntry, 'from' | 'until'>) =>
  from === null && until === null ? (
    <>whenever it was signed</>
  ) : (
    <>
      signed
      {from && (
        <>
          {' from '}
          <Moment at={from} /> on
        </>
      )}
      {from && until && ','}
      {until && (
        <>
          {' until '}
          <Moment at={until} />
        </>
      )}{' '}
      (and whatever has no proven time)
    </>
  );

const Versions = ({ entry }: { entry: DistrustEntry }) => {
  const classes = usePanelStyles();
  const { versions, total } = entry;
  return (
    <>
      <table
        className={classes.table}
        aria-label={`Versions reached by ${entry.id}`}
      >
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Digest</th>
            <th scope="col">Verdict now</th>
            <th scope="col">Owner</th>
            <th scope="col">Consumers</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(version => (
            <DistrustedRow
              key={`${version.chartId} ${version.digest}`}
              version={version}
            />
          ))}
        </tbody>
      </table>
      {versions.length < total && (
        <div className={classes.aside}>
          {versions.length} of {countWords(total, 'version')} are shown.
        </div>
      )}
    </>
  );
};

/**
 * One entry: what is distrusted and why, and what it reaches.
 *
 * @internal
 */
export const DistrustEntryPanel = ({ entry }: { entry: DistrustEntry }) => {
  const classes = useStyles();
  const panel = usePanelStyles();
  const { id, reason, what, total, consumers } = entry;
  return (
    <Panel
      title={id}
      aside={
        <span className={panel.aside}>
          {countWords(total, 'version')} · {countWords(consumers, 'consumer')}
        </span>
      }
    >
      <div className={`${panel.small} ${classes.facts}`}>
        <bdi>{what.join(' or ')}</bdi>, <Range {...entry} />:{' '}
        <bdi>{reason}</bdi>
      </div>
      {total === 0 ? (
        <div className={panel.aside}>
          It reaches no version that is known here.
        </div>
      ) : (
        <Versions entry={entry} />
      )}
    </Panel>
  );
};
