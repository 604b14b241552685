import {
  SbomDocument,
  SbomPage,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { useMemo } from 'react';
import { countWords } from '../../format/countWords';
import { shortDigest } from '../../format/shortDigest';
import { useSelection } from '../../hooks/useSelection';
import { Choice } from './Choice';
import { useSbomStyles } from './useSbomStyles';

const NOTHING = 'none';

/**
 * Which of several SBOMs is shown, and which version it is compared with.
 *
 * @internal
 */
export const SbomChoices = ({
  page,
  digest,
  versions,
}: {
  page: SbomPage;
  /** The version's own. */
  digest: string;
  versions: VersionRow[];
}) => {
  const classes = useSbomStyles();
  const { sbom: selection, select } = useSelection();
  const { documents, shown, against } = page;
  const others = useMemo(
    () => comparable(versions, digest, against),
    [versions, digest, against],
  );
  return (
    <div className={classes.choices}>
      {documents.length > 1 ? (
        <Choice
          label="SBOM document"
          chosen={shown ?? ''}
          options={documents.map(document => [
            document.evidence,
            `${documentWords(document)} · ${shortDigest(document.evidence)}`,
          ])}
          onChoose={evidence => select({ sbom: evidence }, { replace: true })}
        />
      ) : (
        documents.map(document => (
          <bdi key={document.evidence}>{documentWords(document)}</bdi>
        ))
      )}
      <span>
        <span className={classes.quiet}>compared with </span>
        <Choice
          label="Compare with"
          chosen={selection.against ?? ''}
          options={[
            ['', `the version before${named(against, selection.against)}`],
            [NOTHING, 'nothing'],
            ...others,
          ]}
          onChoose={version => select({ against: version }, { replace: true })}
        />
      </span>
    </div>
  );
};

function documentWords(document: SbomDocument): string {
  const { label, verified, present, componentCount } = document;
  return [
    label,
    countWords(componentCount, 'component'),
    verified ? 'proven' : 'not proven',
    ...(present ? [] : ['no longer attached']),
  ].join(' · ');
}

function named(
  against: SbomPage['against'],
  chosen: string | undefined,
): string {
  return against && !chosen ? `, ${against.version}` : '';
}

/** Versions that have an SBOM; the one that is compared with is always among them, loaded or not. */
function comparable(
  versions: VersionRow[],
  digest: string,
  against: SbomPage['against'],
): [digest: string, words: string][] {
  const known = versions
    .filter(row => row.sbom && row.digest !== digest)
    .map((row): [string, string] => [
      row.digest,
      `${row.version} (${shortDigest(row.digest)})`,
    ]);
  return against && !known.some(([each]) => each === against.digest)
    ? [
        ...known,
        [against.digest, `${against.version} (${shortDigest(against.digest)})`],
      ]
    : known;
}
