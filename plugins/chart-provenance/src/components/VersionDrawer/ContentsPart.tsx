import {
  ChartContents,
  ChartFacts,
  VersionDetail,
} from 'backstage-plugin-chart-provenance-common';
import { ReactNode } from 'react';
import { ChartKey } from '../../api';
import { Digest, RelativeTime, SafeLink } from '../atoms';
import { ContainedCharts } from './ContainedCharts';
import { DrawerPart } from './DrawerPart';
import { Fact, FactList } from './FactList';
import { ImagesSection } from './ImagesSection';

const Maintainer = ({
  name,
  email,
  url,
}: ChartFacts['maintainers'][number]) => (
  <>
    <SafeLink href={url}>
      <bdi>{name}</bdi>
    </SafeLink>
    {email && (
      <>
        {' '}
        <bdi>{email}</bdi>
      </>
    )}
  </>
);

const LinkedUrl = ({ url }: { url: string }) => (
  <SafeLink href={url}>
    <bdi>{url}</bdi>
  </SafeLink>
);

function chartFacts({
  chart,
  row,
}: Pick<VersionDetail, 'chart' | 'row'>): Fact[] {
  return [
    ['Description', chart.description && <bdi>{chart.description}</bdi>],
    ['App version', row.appVersion && <bdi>{row.appVersion}</bdi>],
    ['Kubernetes', chart.kubeVersion && <bdi>{chart.kubeVersion}</bdi>],
    ['Deprecated', chart.deprecated && 'Yes, says its publisher'],
    ['Published', row.publishedAt && <RelativeTime at={row.publishedAt} />],
    ['First seen', <RelativeTime at={row.firstSeenAt} />],
    [
      'Chart archive',
      row.chartLayerDigest && <Digest digest={row.chartLayerDigest} />,
    ],
    ['Home', chart.home && <LinkedUrl url={chart.home} />],
    ['Sources', lines(chart.sources, url => <LinkedUrl url={url} />)],
    ['Maintainers', lines(chart.maintainers, m => <Maintainer {...m} />)],
    [
      'Keywords',
      chart.keywords.length > 0 && <bdi>{chart.keywords.join(', ')}</bdi>,
    ],
  ];
}

/**
 * What the chart says about itself and brings with it: text by its publisher, proven by nobody unless the version is verified.
 *
 * @internal
 */
export const ContentsPart = ({
  chart,
  row,
  contents,
  evidence,
  of,
}: Pick<VersionDetail, 'chart' | 'row' | 'evidence'> & {
  /** The chart it is a version of. */
  of: ChartKey;
  /** None from a backend that is older than this page. */
  contents: ChartContents | undefined;
}) => (
  <DrawerPart id="contents" title="Contents">
    <FactList facts={chartFacts({ chart, row })} />
    <ContainedCharts
      charts={
        contents?.dependencies ??
        chart.dependencies.map(dependency => ({ ...dependency, known: null }))
      }
    />
    {contents && (
      <ImagesSection
        chart={of}
        digest={row.digest}
        contents={contents}
        evidence={evidence}
      />
    )}
    {contents?.cut && 'There are more than are shown here.'}
  </DrawerPart>
);

function lines<T>(items: T[], draw: (item: T) => ReactNode): ReactNode {
  return (
    items.length > 0 &&
    items.map((item, index) => <div key={index}>{draw(item)}</div>)
  );
}
