import {
  EvidenceRow,
  SbomPage,
} from 'backstage-plugin-chart-provenance-common';
import { Notice } from '../../states';
import { RelativeTime } from '../atoms';
import { EvidenceLink } from '../VersionDrawer/EvidenceLink';
import { useSbomStyles } from './useSbomStyles';

/**
 * Where the SBOM that is shown comes from, and what keeps it from being believed: not proven, gone, cut, or not readable.
 *
 * @internal
 */
export const SbomNotices = ({
  page,
  evidence,
}: {
  page: SbomPage;
  evidence: EvidenceRow[];
}) => {
  const classes = useSbomStyles();
  const shown = page.documents.find(
    document => document.evidence === page.shown,
  );
  if (!shown) {
    return null;
  }
  const { verified, present, createdAt, tools, cut, problem } = shown;
  return (
    <>
      {problem && (
        <Notice
          severity="warning"
          title="This SBOM could not be read"
          next="Download its raw bytes under Evidence and look at them, or attach one that is CycloneDX 1.4 or later or SPDX 2.x, as JSON."
        >
          <bdi>{problem}</bdi>
        </Notice>
      )}
      {!verified && (
        <Notice
          severity="warning"
          title="Not proven: anybody who may push to the registry may have written this SBOM"
          next="Do not decide anything by it. Let whoever may sign the chart attest it."
        />
      )}
      {!present && (
        <Notice
          severity="warning"
          title="No longer attached"
          next="Attach it again, or look at another document."
        >
          It was in the registry once, and a later look no longer found it.
        </Notice>
      )}
      <div className={classes.quiet}>
        Read from <EvidenceLink digest={shown.evidence} evidence={evidence} />
        {createdAt && (
          <>
            , made <RelativeTime at={createdAt} />
          </>
        )}
        {tools.length > 0 && (
          <>
            {' with '}
            <bdi>{tools.join(', ')}</bdi>
          </>
        )}
        .
        {cut &&
          ` It names ${shown.componentCount} components, more than are kept here: search and differences are over those that are.`}
        {page.against && !page.against.verified && (
          <>
            {' '}
            The SBOM of <bdi>{page.against.version}</bdi>, which it is compared
            with, is not proven.
          </>
        )}
      </div>
    </>
  );
};
