import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { useCallback, useMemo, useRef } from 'react';
import { sameVersions } from '../../format/sameVersion';
import { filterVersions } from '../../hooks/filterVersions';
import { useFilterText } from '../../hooks/useFilterText';
import { useFocusOnClose } from '../../hooks/useFocusOnClose';
import { DRAWER_CLOSED, Selection } from '../../hooks/useSelection';
import { useVersions, Versions } from '../../hooks/useVersions';
import { FailureNotice, NoMatchNotice, RowsSkeleton } from '../../states';
import { VerdictCounts } from '../VerdictCounts';
import { VersionDrawer } from '../VersionDrawer';
import { VersionTable } from '../VersionTable';
import { VersionToolbar } from './VersionToolbar';

/** What is chosen in the drawer and means nothing for its neighbours. */
const OF_ONE_VERSION = { evidence: null, sbom: null, against: null };

/**
 * The versions of a chart, filtered as the address bar says, with the drawer of the one that is open.
 *
 * @internal
 */
export const VersionList = ({
  entityRef,
  chart,
  selection,
}: {
  entityRef: string;
  chart: ChartSummary;
  selection: Selection;
}) => {
  const { version: open, status, prereleases, search, select } = selection;
  const key = { entityRef, chartId: chart.chartId };
  const revision = revisionOf(chart);
  const versions = useVersions(key, revision);
  const [text, setText] = useFilterText(selection);
  const rows = useMemo(
    () => filterVersions(versions.rows, { status, text, prereleases }),
    [versions.rows, status, text, prereleases],
  );
  const twins = useMemo(() => sameVersions(versions.rows), [versions.rows]);
  const tableRef = useRef<HTMLDivElement>(null);
  useFocusOnClose(open, tableRef);
  const openVersion = useCallback(
    (digest: string) => select({ version: digest }),
    [select],
  );
  const index = rows.findIndex(({ digest }) => digest === open);

  return (
    <>
      <VersionToolbar
        counts={
          <VerdictCounts
            counts={chart.counts}
            chosen={status}
            hrefFor={wanted => search({ status: wanted })}
          />
        }
        text={text}
        onText={setText}
        prereleases={prereleases}
        onPrereleases={include =>
          select({ prereleases: include ? null : 'false' }, { replace: true })
        }
        shown={shownWords(rows.length, versions)}
      />
      {versions.error && (
        <FailureNotice
          error={versions.error}
          subject="versions"
          onRetry={versions.reload}
        />
      )}
      {versions.rows.length === 0 && !versions.settled && <RowsSkeleton />}
      {versions.rows.length > 0 && rows.length === 0 && (
        <NoMatchNotice
          total={versions.total}
          loading={!versions.settled}
          onClear={() => {
            setText('');
            select({ status: null, filter: null, prereleases: null });
          }}
        />
      )}
      {rows.length > 0 && (
        <VersionTable
          rows={rows}
          sameVersions={twins}
          open={open}
          focusRef={tableRef}
          searchFor={digest => search({ ...DRAWER_CLOSED, version: digest })}
          sbomSearchFor={digest =>
            search({ ...DRAWER_CLOSED, version: digest, part: 'sbom' })
          }
          onOpen={openVersion}
        />
      )}
      <VersionDrawer
        chart={key}
        name={chart.name}
        digest={open}
        revision={revision}
        versions={versions.rows}
        previous={rows[index - 1]?.digest}
        next={index >= 0 ? rows[index + 1]?.digest : undefined}
        onOpen={digest =>
          select({ version: digest, ...OF_ONE_VERSION }, { replace: true })
        }
        onClose={() => select(DRAWER_CLOSED)}
      />
    </>
  );
};

/** Changes whenever the index may have something new. */
function revisionOf({ freshness, progress }: ChartSummary): string {
  return `${freshness.lastAttemptAt} ${progress?.versionsDone ?? ''}`;
}

function shownWords(shown: number, versions: Versions): string {
  const { rows, total, settled } = versions;
  if (rows.length === 0) {
    return '';
  }
  if (!settled) {
    return `${shown} shown, ${rows.length} of ${total} versions loaded…`;
  }
  const missing =
    rows.length < total ? `; ${total - rows.length} not loaded` : '';
  return `${shown} of ${total} versions${missing}`;
}
