import {
  ChartFacts,
  VersionDetail,
} from 'backstage-plugin-chart-provenance-common';
import { ReactNode } from 'react';
import { Digest, RelativeTime, SafeLink } from '../atoms';
import { DrawerPart } from './DrawerPart';
import { FactList } from './FactList';

const Dependency = ({
  name,
  version,
  repository,
}: ChartFacts['dependencies'][number]) => (
  <>
    <bdi>{name}</bdi> <bdi>{version}</bdi>
    {repository && (
      <>
        {' from '}
        <bdi>{repository}</bdi>
      </>
    )}
  </>
);

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

/**
 * What the chart says about itself: text by its publisher, proven by nobody unless the version is verified.
 *
 * @internal
 */
export const ChartFactsPart = ({
  chart,
  row,
}: Pick<VersionDetail, 'chart' | 'row'>) => (
  <DrawerPart title="Chart">
    <FactList
      facts={[
        ['Description', chart.description && <bdi>{chart.description}</bdi>],
        ['App version', row.appVersion && <bdi>{row.appVersion}</bdi>],
        ['Kubernetes', chart.kubeVersion && <bdi>{chart.kubeVersion}</bdi>],
        ['Deprecated', chart.deprecated ? 'Yes, says its publisher' : null],
        ['Published', row.publishedAt && <RelativeTime at={row.publishedAt} />],
        ['First seen', <RelativeTime at={row.firstSeenAt} />],
        [
          'Chart archive',
          row.chartLayerDigest && <Digest digest={row.chartLayerDigest} />,
        ],
        ['Home', chart.home && <LinkedUrl url={chart.home} />],
        ['Sources', lines(chart.sources, url => <LinkedUrl url={url} />)],
        ['Maintainers', lines(chart.maintainers, m => <Maintainer {...m} />)],
        ['Keywords', words(chart.keywords)],
        ['Dependencies', lines(chart.dependencies, d => <Dependency {...d} />)],
      ]}
    />
  </DrawerPart>
);

function lines<T>(items: T[], draw: (item: T) => ReactNode): ReactNode {
  return items.length === 0
    ? null
    : items.map((item, index) => <div key={index}>{draw(item)}</div>);
}

function words(items: string[]): ReactNode {
  return items.length === 0 ? null : <bdi>{items.join(', ')}</bdi>;
}
