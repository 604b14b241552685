import { ChartSummary, Side } from 'backstage-plugin-chart-provenance-common';
import { CommandText, RelativeTime } from '../components/atoms';
import { reasonAdvice } from '../format/reasonWords';
import { Notice } from './Notice';

const SIDE_WORD: Record<Side, string> = {
  catalog: 'the catalog',
  registry: 'the registry',
  trust: 'the trust material',
  chart: 'the chart itself',
  store: 'the plugin’s own database',
};

/**
 * Whether a chart's freshness needs words of its own.
 *
 * @internal
 */
export function needsFreshnessNotice(chart: ChartSummary): boolean {
  return (
    chart.freshness.stale ||
    chart.freshness.problem !== null ||
    chart.state === 'failed' ||
    chart.state === 'partial'
  );
}

/**
 * Stale, failed or partly read: what is shown, since when, why, and when it is tried again.
 *
 * @internal
 */
export const FreshnessNotice = ({ chart }: { chart: ChartSummary }) => {
  const { freshness } = chart;
  const { problem, nextTryAt } = freshness;
  return (
    <Notice
      severity="warning"
      title={titleOf(chart)}
      next={
        <>
          {problem
            ? reasonAdvice(problem.code)
            : 'Refresh; if it stays, ask your platform team to look at the index status.'}{' '}
          {nextTryAt ? (
            <>
              The next try is <RelativeTime at={nextTryAt} />.
            </>
          ) : (
            'No next try is planned yet.'
          )}
        </>
      }
      action={
        problem?.code === 'registry-denied' && (
          <CommandText
            label="request to send"
            text={`Please let Backstage read ${chart.reference}: the chart index is denied there (${problem.message}). It needs pull access to the repository, its tags and its referrers.`}
          />
        )
      }
    >
      {shownWords(chart)}
      {freshness.lastSuccessAt && (
        <>
          {' '}
          Last read completely <RelativeTime at={freshness.lastSuccessAt} />.
        </>
      )}
      {problem && (
        <div>
          First failed <RelativeTime at={problem.since} />, on the side of{' '}
          {SIDE_WORD[problem.side]}: {problem.message}
        </div>
      )}
    </Notice>
  );
};

function titleOf({ state, freshness, registry }: ChartSummary): string {
  if (!freshness.lastSuccessAt && state !== 'partial') {
    return `${registry} could not be read yet`;
  }
  if (state === 'partial') {
    return 'Only part of this chart could be read';
  }
  return freshness.stale
    ? 'Stale: what is shown is too old to be relied on'
    : 'The last look failed';
}

function shownWords({ state, freshness }: ChartSummary): string {
  if (state === 'partial') {
    return 'The versions below were read. Those that were not are missing, or stand as “Could not check”.';
  }
  if (!freshness.lastSuccessAt) {
    return 'Nothing is known about this chart, neither good nor bad.';
  }
  return freshness.stale
    ? 'What is shown is history. It is older than the policy allows, so verdicts stand as “Could not check”.'
    : 'What is shown is from before the failure.';
}
