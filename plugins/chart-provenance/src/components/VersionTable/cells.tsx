import { VersionRow } from 'backstage-plugin-chart-provenance-common';
import { RelativeTime } from '../atoms';
import { Aside, Nothing } from './marks';

/**
 * Marks beside the version: newest, pre-release.
 *
 * @internal
 */
export const VersionMarks = ({ row }: { row: VersionRow }) => (
  <>
    {row.newest && <Aside title="Highest released version">newest</Aside>}
    {row.prerelease && (
      <Aside title="Pre-release: tools that ask for the newest version skip it">
        pre
      </Aside>
    )}
  </>
);

/**
 * Package count of the SBOM; an unproven one says so, because anybody who can push can attach it.
 *
 * @internal
 */
export const SbomCell = ({ sbom }: Pick<VersionRow, 'sbom'>) => {
  if (!sbom) {
    return <Nothing>No SBOM attached</Nothing>;
  }
  const count =
    sbom.packageCount === null ? sbom.label : `${sbom.packageCount}`;
  return sbom.verified ? (
    <span title={`${sbom.label ?? 'SBOM'}, proven`}>{count ?? 'attached'}</span>
  ) : (
    <span title={`${sbom.label ?? 'SBOM'} attached, but not proven`}>
      not proven
    </span>
  );
};

/**
 * The provenance's format, if it is proven.
 *
 * @internal
 */
export const ProvenanceCell = ({
  provenance,
}: Pick<VersionRow, 'provenance'>) => {
  if (!provenance) {
    return <Nothing>No provenance attached</Nothing>;
  }
  const label = provenance.label ?? 'Provenance';
  return provenance.verified ? (
    <span title={`${label}, proven`}>{label}</span>
  ) : (
    <span title={`${label} attached, but not proven`}>not proven</span>
  );
};

/**
 * When the publisher says it was published.
 *
 * @internal
 */
export const PublishedCell = ({
  publishedAt,
}: Pick<VersionRow, 'publishedAt'>) =>
  publishedAt ? (
    <RelativeTime at={publishedAt} />
  ) : (
    <Nothing>The publisher did not say when</Nothing>
  );
