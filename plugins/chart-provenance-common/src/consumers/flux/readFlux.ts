import { consumerReading, identityOf } from '../consumerReading';
import { LocatedObject } from '../documents';
import { at, PATCH_MESSAGE, ReadingError, recordAt, textAt } from '../json';
import { ConsumerReading } from '../types';
import { FluxObjects } from './FluxObjects';
import { readChartTemplate } from './readChartTemplate';
import { readHelmRelease } from './readHelmRelease';
import { readOciRepository } from './readOciRepository';
import { readArtifact, readChartArtifact } from './readReleased';
import { SourceUsers } from './SourceUsers';

const CHART_LAYERS = [
  'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
  'application/tar+gzip',
];

/**
 * Reads a Flux object: a HelmRelease, or a source of charts that no HelmRelease uses. Undefined for anything else.
 *
 * @throws ReadingError
 */
export function readFlux(
  located: LocatedObject,
  objects: FluxObjects,
  users: SourceUsers,
): ConsumerReading | undefined {
  switch (located.kind) {
    case 'HelmRelease':
      return isPatch(located, ['chart', 'chartRef'])
        ? undefined
        : readHelmRelease(located, objects);
    case 'HelmChart':
      return users.uses(located) ? undefined : readHelmChart(located, objects);
    case 'OCIRepository':
      return isPatch(located, ['url', 'ref', 'verify'])
        ? undefined
        : readRepository(located, users);
    default:
      return undefined;
  }
}

/** A piece of an object for kustomize, which says nothing about the chart. */
function isPatch({ object }: LocatedObject, keys: readonly string[]): boolean {
  return keys.every(key => at(object, 'spec', key) === undefined);
}

/**
 * OCIRepositories also hold manifests. One that picks out the layer of a chart holds a chart, whoever names it: nothing can be applied from there.
 */
function holdsNoChart(located: LocatedObject, users: SourceUsers): boolean {
  const { object } = located;
  const layer = textAt(object, 'spec', 'layerSelector', 'mediaType');
  return layer === undefined
    ? users.applies(located)
    : !CHART_LAYERS.includes(layer);
}

function readRepository(
  located: LocatedObject,
  users: SourceUsers,
): ConsumerReading | undefined {
  const { object } = located;
  // Also of one that is used: it changes what its users get, somewhere.
  if (at(object, 'spec', 'url') === undefined) {
    throw new ReadingError(PATCH_MESSAGE);
  }
  if (users.uses(located) || holdsNoChart(located, users)) {
    return undefined;
  }
  return consumerReading(identityOf('OCIRepository', object), {
    ...readOciRepository(object),
    part: '',
    runs: readArtifact(at(object, 'status')),
    destination: null,
  });
}

function readHelmChart(
  { object, folder }: LocatedObject,
  objects: FluxObjects,
): ConsumerReading | undefined {
  const status = recordAt(object, 'status');
  const namespace = textAt(object, 'metadata', 'namespace');
  const place = { namespace, folder };
  const reference = readChartTemplate(object, place, objects, status);
  return reference
    ? consumerReading(identityOf('HelmChart', object), {
        ...reference,
        part: '',
        runs: readChartArtifact(status),
        destination: null,
      })
    : undefined;
}
