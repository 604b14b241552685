import { VersionRow } from 'backstage-plugin-chart-provenance-common';
import { RelativeTime } from '../atoms';
import { Link } from 'react-router-dom';
import { Aside, Nothing } from './marks';
import { useTableStyles } from './useTableStyles';

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
 * Package count of the SBOM, as a link to it; an unproven one says so, because anybody who can push can attach it.
 *
 * @internal
 */
export const SbomCell = ({
  sbom,
  search,
}: Pick<VersionRow, 'sbom'> & {
  /** Query string that shows the SBOM. */
  search: string;
}) => {
  const classes = useTableStyles();
  if (!sbom) {
    return <Nothing>No SBOM attached</Nothing>;
  }
  const count =
    sbom.packageCount === null ? sbom.label : `${sbom.packageCount}`;
  const label = sbom.label ?? 'SBOM';
  // The router's own link: one stands in every row of a table that is scrolled fast.
  return (
    <Link
      to={search}
      className={classes.link}
      title={
        sbom.verified ? `${label}, proven` : `${label} attached, but not proven`
      }
    >
      <bdi>{sbom.verified ? count ?? 'attached' : 'not proven'}</bdi>
    </Link>
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
