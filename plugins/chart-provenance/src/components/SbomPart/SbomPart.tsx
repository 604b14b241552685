import { Button } from '@material-ui/core';
import {
  SbomPage,
  VersionDetail,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { ChartKey } from '../../api';
import { Sbom, useSbom } from '../../hooks/useSbom';
import { SbomSelection, useSelection } from '../../hooks/useSelection';
import { FailureNotice, LinesSkeleton } from '../../states';
import { NoSbomNotice } from './NoSbomNotice';
import { SbomChoices } from './SbomChoices';
import { SbomCounts } from './SbomCounts';
import { SbomNotices } from './SbomNotices';
import { SbomTable } from './SbomTable';
import { SbomToolbar } from './SbomToolbar';

/** Everything chosen here, given up. */
const DEFAULTS = {
  sbom: null,
  against: null,
  component: null,
  licence: null,
  kind: null,
  change: null,
};

const NarrowedToNone = ({ onClear }: { onClear: () => void }) => (
  <div role="status">
    No component matches.{' '}
    <Button size="small" onClick={onClear}>
      Clear the filters
    </Button>
  </div>
);

const Components = ({
  page,
  sbom,
  selection,
  onClear,
}: {
  page: SbomPage;
  sbom: Sbom;
  selection: SbomSelection;
  onClear: () => void;
}) => (
  <>
    <SbomCounts page={page} chosen={selection.change ?? null} />
    <SbomToolbar page={page} selection={selection} sbom={sbom} />
    {sbom.rows.length === 0 && !sbom.changing && !sbom.error ? (
      <NarrowedToNone onClear={onClear} />
    ) : (
      <SbomTable page={page} sbom={sbom} />
    )}
  </>
);

/**
 * What the version is made of by its SBOM, and how that differs from another version. What is chosen stands in the address.
 *
 * @internal
 */
export const SbomPart = ({
  chart,
  detail,
  versions,
}: {
  chart: ChartKey;
  detail: VersionDetail;
  /** Other versions of the chart, to compare with. */
  versions: VersionRow[];
}) => {
  const { sbom: selection, select } = useSelection();
  const { digest } = detail.row;
  const sbom = useSbom(chart, digest, selection, revisionOf(detail));
  const { page, error, reload } = sbom;
  const chosen = Object.values(selection).some(value => value !== undefined);
  const clear = () => select(DEFAULTS, { replace: true });
  return (
    <>
      {error && (
        <>
          <FailureNotice error={error} subject="sbom" onRetry={reload} />
          {chosen && (
            <Button size="small" onClick={clear}>
              Show the one that counts most
            </Button>
          )}
        </>
      )}
      {!page && !error && (
        <LinesSkeleton
          label="Loading the SBOM"
          widths={['60%', '80%', '100%', '100%', '100%']}
        />
      )}
      {page && page.documents.length === 0 && (
        <NoSbomNotice reference={detail.reference} />
      )}
      {page && page.documents.length > 0 && (
        <>
          <SbomChoices page={page} digest={digest} versions={versions} />
          <SbomNotices page={page} evidence={detail.evidence} />
          {hasComponents(page) ? (
            <Components
              page={page}
              sbom={sbom}
              selection={selection}
              onClear={() =>
                select(
                  { component: null, licence: null, kind: null, change: null },
                  { replace: true },
                )
              }
            />
          ) : (
            !isUnread(page) && 'It names no component.'
          )}
        </>
      )}
    </>
  );
};

function isUnread({ documents, shown }: SbomPage): boolean {
  return documents.some(
    ({ evidence, problem }) => evidence === shown && problem !== null,
  );
}

/** The SBOM is read anew only when what is attached, or the verdict on it, changed: the scrolling would be lost. */
function revisionOf({ evidence, verdict }: VersionDetail): string {
  return [
    verdict.status,
    ...evidence.filter(row => row.present).map(row => row.digest),
  ].join(' ');
}

function hasComponents({ kinds, changes, total }: SbomPage): boolean {
  return (
    total > 0 ||
    Object.values(kinds).some(count => count > 0) ||
    (changes?.removed ?? 0) > 0
  );
}
