import { Link } from '@backstage/core-components';
import {
  ChartSummary,
  SnippetList,
} from 'backstage-plugin-chart-provenance-common';
import { reasonTitle } from '../../format/reasonWords';
import { VERDICT_WORD } from '../../format/verdictWord';
import { useTabPart } from '../../hooks/useTabPart';
import { Notice } from '../../states';

/**
 * The texts pin a version that is not verified: said above them, because they are to be pasted into what deploys.
 *
 * @internal
 */
export const NotVerifiedNotice = ({
  chart: { chartId, newest },
  version: { version, digest },
}: {
  chart: ChartSummary;
  version: NonNullable<SnippetList['version']>;
}) => {
  const { hrefOf } = useTabPart();
  const verdict = newest?.digest === digest ? newest.verdict : undefined;
  const search = new URLSearchParams({ chart: chartId, version: digest });
  return (
    <Notice
      severity="warning"
      title={`This version is not verified: ${
        verdict
          ? `${VERDICT_WORD[verdict.status]}, ${reasonTitle(
              verdict.reason.code,
            )}`
          : 'its verdict says why'
      }`}
      next={
        <>
          <Link to={hrefOf('provenance', `?${search}`)}>See the verdict</Link>{' '}
          and mend it, or choose another version.
        </>
      }
    >
      The text below pins exactly <bdi>{version}</bdi>, these bytes and no
      others. What asks for a verified version refuses it; what asks for none
      deploys it all the same.
    </Notice>
  );
};
