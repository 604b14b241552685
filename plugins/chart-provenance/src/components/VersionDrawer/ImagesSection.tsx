import { useApi } from '@backstage/core-plugin-api';
import {
  ChartContents,
  EvidenceRow,
} from 'backstage-plugin-chart-provenance-common';
import { useRef } from 'react';
import { ChartKey, chartProvenanceApiRef } from '../../api';
import { useLoad } from '../../hooks/useLoad';
import { useSelection } from '../../hooks/useSelection';
import { FailureNotice, LinesSkeleton } from '../../states';
import { ContainedImages } from './ContainedImages';
import { JudgedImages } from './JudgedImages';
import { useComesNear } from './useComesNear';

type Images = {
  chart: ChartKey;
  digest: string;
  contents: ChartContents;
  evidence: EvidenceRow[];
};

const Loading = ({ chart, digest, contents, evidence }: Images) => {
  const api = useApi(chartProvenanceApiRef);
  const { value, error, reload } = useLoad(
    [chart.entityRef, chart.chartId, digest].join(' '),
    signal => api.getImages(chart, digest, { signal }),
  );
  if (value && (value.items.length > 0 || contents.images.length === 0)) {
    return <JudgedImages images={value} />;
  }
  if (!value && !error) {
    return <LinesSkeleton label="Loading images" widths={['60%', '60%']} />;
  }
  return (
    <>
      {error && error.statusCode !== 404 && (
        <FailureNotice error={error} subject="images" onRetry={reload} />
      )}
      {value?.problem && <div>{value.problem}</div>}
      <ContainedImages contents={contents} evidence={evidence} />
    </>
  );
};

/**
 * The container images of the version with their own verdicts, looked up when they come into view. Without them, what the chart itself names.
 *
 * @internal
 */
export const ImagesSection = (props: Images) => {
  const { part, image } = useSelection();
  const ref = useRef<HTMLDivElement>(null);
  const near = useComesNear(ref, part === 'contents' || image !== null);
  return <div ref={ref}>{near && <Loading {...props} />}</div>;
};
