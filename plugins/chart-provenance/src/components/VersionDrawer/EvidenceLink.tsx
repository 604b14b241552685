import { Link } from '@backstage/core-components';
import { EvidenceRow } from 'backstage-plugin-chart-provenance-common';
import { evidenceTitle } from '../../format/evidenceTitle';
import { useSelection } from '../../hooks/useSelection';
import { Digest } from '../atoms';
import { goToDrawerPart } from './drawerParts';

/**
 * A piece of evidence, linked to its entry in the part Evidence. What is not listed there is named and not linked.
 *
 * @internal
 */
export const EvidenceLink = ({
  digest,
  evidence,
}: {
  digest: string;
  evidence: EvidenceRow[];
}) => {
  const { search } = useSelection();
  const row = evidence.find(candidate => candidate.digest === digest);
  if (!row) {
    return (
      <>
        evidence <Digest digest={digest} />
      </>
    );
  }
  return (
    <>
      <Link
        to={search({ part: 'evidence', evidence: digest })}
        replace
        onClick={() => goToDrawerPart('evidence', digest)}
      >
        {evidenceTitle(row)}
      </Link>{' '}
      <Digest digest={digest} />
    </>
  );
};
