import {
  ConsumerSourceStatus,
  ConsumerSummary,
} from 'backstage-plugin-chart-provenance-common';
import { countWords } from '../../format/countWords';
import { Notice } from '../../states';
import { CommandText } from '../atoms';
import { sourceState } from './sourceState';

const CONFIGURATION = [
  'chartProvenance:',
  '  consumers:',
  '    kubernetes: { clusters: all }',
  '    git:',
  '      - url: https://github.com/acme/fleet/tree/main/apps',
].join('\n');

const NobodyLooked = () => (
  <Notice
    severity="info"
    title="Nobody looked for consumers"
    next="Ask your platform team to name clusters or Git folders. Until they do, only annotations tell who uses a chart."
    action={
      <CommandText label="configuration to propose" text={CONFIGURATION} />
    }
  >
    No source of consumers is configured, so nothing is known about who uses
    this chart.
  </Notice>
);

const NotAllRead = ({ unread }: { unread: number }) => (
  <Notice
    severity="warning"
    title="No consumer is known, but not every place could be looked at"
    next="See above what keeps each source from being read. Do not take the chart for unused meanwhile."
  >
    {countWords(unread, 'source')} could not be read.
  </Notice>
);

const NotYetRead = ({ waiting }: { waiting: number }) => (
  <Notice
    severity="info"
    title="No consumer is known yet"
    next="Come back in a few minutes: sources are read at intervals."
  >
    {countWords(waiting, 'source')} {waiting === 1 ? 'was' : 'were'} not read
    yet.
  </Notice>
);

/**
 * No consumer to show, and why: nobody looked, it could not be looked, it is too early, all are hidden, or there is none.
 *
 * @internal
 */
export const NobodyNotice = ({
  summary,
  sources,
}: {
  summary: ConsumerSummary;
  sources: ConsumerSourceStatus[];
}) => {
  const { total, nobodyLooked, unreadSources } = summary;
  const waiting = sources.filter(s => sourceState(s) === 'waiting').length;
  if (total > 0) {
    return (
      <Notice
        severity="info"
        title="You may not see any of its consumers"
        next="Ask the owners of the components that deploy it, or your platform team, for permission to read them."
      >
        There are {total}; their components are hidden from you.
      </Notice>
    );
  }
  if (nobodyLooked) {
    return <NobodyLooked />;
  }
  if (unreadSources > 0) {
    return <NotAllRead unread={unreadSources} />;
  }
  if (waiting > 0) {
    return <NotYetRead waiting={waiting} />;
  }
  return (
    <Notice
      severity="info"
      title="No consumer was found"
      next="Nothing, if nobody uses it. A use that no source can see is told by the annotation chart-provenance/consumes on the component that deploys it."
    >
      {countWords(sources.length, 'source')}{' '}
      {sources.length === 1 ? 'was' : 'were'} read to{' '}
      {sources.length === 1 ? 'its' : 'their'} end, and none deploys or depends
      on this chart.
    </Notice>
  );
};
