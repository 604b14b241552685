import { VersionRow } from 'backstage-plugin-chart-provenance-common';
import { ReactNode } from 'react';
import { RelativeTime } from '../atoms';
import { useTableStyles } from './useTableStyles';

const Nothing = ({ children }: { children: string }) => {
  const classes = useTableStyles();
  return (
    <span className={classes.nothing} title={children} aria-label={children}>
      –
    </span>
  );
};

const Aside = ({ title, children }: { title: string; children: ReactNode }) => {
  const classes = useTableStyles();
  return (
    <span className={classes.aside} title={title}>
      {children}
    </span>
  );
};

/**
 * Marks beside the version: newest, pre-release.
 *
 * @internal
 */
export const VersionMarks = ({ row }: { row: VersionRow }) => (
  <>
    {row.newest && <Aside title="Highest released version">new</Aside>}
    {row.prerelease && <Aside title="Pre-release">pre</Aside>}
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

/**
 * Tags that point here; how often each pointed elsewhere before.
 *
 * @internal
 */
export const TagsCell = ({ tags }: Pick<VersionRow, 'tags'>) => {
  if (tags.length === 0) {
    return <Nothing>No tag points here any more</Nothing>;
  }
  return (
    <span title={tags.map(({ tag }) => tag).join(', ')}>
      {tags.map(({ tag, moves }, index) => (
        <span key={tag}>
          {index > 0 && ', '}
          <bdi>{tag}</bdi>
          {moves > 0 && (
            <Aside
              title={`This tag moved ${
                moves === 1 ? 'once' : `${moves} times`
              }`}
            >
              ↺{moves}
            </Aside>
          )}
        </span>
      ))}
    </span>
  );
};
