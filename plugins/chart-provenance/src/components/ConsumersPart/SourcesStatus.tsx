import { makeStyles } from '@material-ui/core';
import { ConsumerSourceStatus } from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { Notice } from '../../states';
import { RelativeTime } from '../atoms';
import { sourceState } from './sourceState';

const useStyles = makeStyles(theme => ({
  root: {
    marginBottom: theme.spacing(2),
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
  },
  summary: { cursor: 'pointer' },
  list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
}));

const Unread = ({ source }: { source: ConsumerSourceStatus }) => {
  const { title, problem, lastSuccessAt } = source;
  return (
    problem && (
      <Notice
        severity="warning"
        title={`${title} could not be read`}
        next={problem.fix}
      >
        Since <RelativeTime at={problem.since} />: <bdi>{problem.message}</bdi>{' '}
        {lastSuccessAt ? (
          <>
            What is shown of it is from <RelativeTime at={lastSuccessAt} />.
          </>
        ) : (
          'Nothing is known of it.'
        )}
      </Notice>
    )
  );
};

const Documents = ({ source }: { source: ConsumerSourceStatus }) => {
  const { documents, documentProblems } = source;
  const more = documentProblems - documents.length;
  return (
    <ul>
      {documents.map(({ where, message }, index) => (
        <li key={index}>
          <bdi>{where}</bdi>: <bdi>{message}</bdi>
        </li>
      ))}
      {more > 0 && <li>{more} more</li>}
    </ul>
  );
};

const STATE_WORD = {
  read: 'read',
  waiting: 'not read yet',
  failing: 'could not be read',
};

const SourceLine = ({ source }: { source: ConsumerSourceStatus }) => {
  const { title, lastSuccessAt, consumers, documentProblems } = source;
  return (
    <li>
      <bdi>{title}</bdi>: {STATE_WORD[sourceState(source)]}
      {lastSuccessAt && (
        <>
          , last to its end <RelativeTime at={lastSuccessAt} />,{' '}
          {countWords(consumers, 'consumer')} there
        </>
      )}
      {documentProblems > 0 && (
        <>
          . {countWords(documentProblems, 'document')} could not be read; the
          others were:
          <Documents source={source} />
        </>
      )}
    </li>
  );
};

/**
 * Where consumers were looked for, and how that went: what failed in full, the rest folded.
 *
 * @internal
 */
export const SourcesStatus = ({
  sources,
}: {
  sources: ConsumerSourceStatus[];
}) => {
  const classes = useStyles();
  if (sources.length === 0) {
    return null;
  }
  const count = (state: string) =>
    sources.filter(source => sourceState(source) === state).length;
  const waiting = count('waiting');
  const documents = sources.reduce((sum, s) => sum + s.documentProblems, 0);
  return (
    <>
      {sources.map(source => (
        <Unread key={source.id} source={source} />
      ))}
      <details className={classes.root}>
        <summary className={classes.summary}>
          {count('read')} of {countWords(sources.length, 'source')} read
          {waiting > 0 && `, ${waiting} not read yet`}
          {documents > 0 &&
            `; ${countWords(documents, 'document')} could not be read`}
        </summary>
        <ul className={classes.list}>
          {sources.map(source => (
            <SourceLine key={source.id} source={source} />
          ))}
        </ul>
      </details>
    </>
  );
};
