import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConsumerObservation,
  ConsumerSourceError,
  DocumentProblem,
  ObservedConsumer,
} from 'backstage-plugin-chart-provenance-node';
import { ReadingBounds, ReadingBudget } from './bounds';
import { NamedCluster } from './clusterFailure';
import { ClusterReader } from './ClusterReader';
import { discoverKinds, ServedKind } from './discoverKinds';
import { listKind } from './listKind';
import { KindListing } from './PagedListing';
import { PluginClient } from './PluginClient';
import { readInTurns } from './readInTurns';
import { nameOf } from './tidyObjects';

/** What one reading of a cluster needs. */
export interface ReadClusterOptions {
  client: PluginClient;
  cluster: NamedCluster;
  bounds: ReadingBounds;
  logger: LoggerService;
  signal: AbortSignal;
}

type Listed = ServedKind & KindListing;

/**
 * Reads the consumers in one cluster: which of the kinds there are, all objects of each, and what they say together.
 *
 * @throws ConsumerSourceError when the cluster could not be read; the signal's reason when it fired.
 */
export async function readCluster(
  options: ReadClusterOptions,
): Promise<ConsumerObservation> {
  const { client, cluster, bounds, logger, signal } = options;
  const reader = new ClusterReader({
    client,
    cluster,
    budget: new ReadingBudget(bounds),
    signal,
  });
  const listed: Listed[] = [];
  for (const kind of await discoverKinds(reader)) {
    listed.push({ ...kind, ...(await listKind(reader, kind, bounds)) });
  }
  refuseIfAllForbidden(listed, cluster);
  const { consumers, problems, truncated } = await readListed(
    listed,
    cluster.name,
    signal,
  );
  const incompleteBecause = reasonOf(listed, truncated);
  logger.debug(
    `Read ${consumers.length} consumers in the cluster ${cluster.name}`,
  );
  return {
    consumers,
    problems: [...listed.flatMap(kind => kind.problems), ...problems],
    complete: incompleteBecause === null,
    incompleteBecause,
  };
}

function refuseIfAllForbidden(
  listed: readonly Listed[],
  { name }: NamedCluster,
): void {
  if (listed.length > 0 && listed.every(({ forbidden }) => forbidden)) {
    throw new ConsumerSourceError(
      `In the cluster ${name} the Kubernetes plugin's account may list none of ${listed
        .map(resourceOf)
        .join(', ')}.`,
      {
        fix: 'Apply the ClusterRole chart-provenance-reader that comes with the backend package, and bind the account to it.',
      },
    );
  }
}

async function readListed(
  listed: readonly Listed[],
  cluster: string,
  signal: AbortSignal,
) {
  const objects = listed.flatMap(kind => kind.objects);
  const read = await readInTurns(objects, signal);
  const partly = listed.filter(
    ({ forbidden, cutShort }) => forbidden || cutShort !== undefined,
  );
  const notAllSources = partly.some(({ isChartSource }) => isChartSource);
  const consumers: ObservedConsumer[] = [];
  const problems: DocumentProblem[] = read.problems.map(
    ({ document, object, message }) => ({
      where: object || whereOf(objects[document]),
      message,
    }),
  );
  for (const { reading, document } of read.consumers) {
    const unknown = partly.find(({ uses }) => uses.includes(reading.kind));
    if (reading.target.kind === 'unresolved' && notAllSources) {
      // What it names may be among what could not be read. Said to lead nowhere, it would no longer count as a consumer of its chart.
      problems.push({
        where: whereOf(objects[document]),
        message: reading.target.message,
      });
    } else if (unknown) {
      // What uses it may be among what could not be read: it would be counted twice, or holds no chart at all.
      problems.push({
        where: whereOf(objects[document]),
        message: `Whether something deploys from it is not known: not all ${unknown.plural} could be read.`,
      });
    } else {
      const place = { cluster, path: null, href: null, entityRef: null };
      consumers.push({ ...reading, ...place });
    }
  }
  return { consumers, problems, truncated: read.truncated };
}

/** One sentence; null when everything was read. */
function reasonOf(
  listed: readonly Listed[],
  truncated: boolean,
): string | null {
  const forbidden = listed.filter(kind => kind.forbidden).map(resourceOf);
  const reasons = [
    ...(forbidden.length > 0
      ? [
          `the Kubernetes plugin's account may not list ${forbidden.join(
            ', ',
          )} (bind it to the ClusterRole chart-provenance-reader)`,
        ]
      : []),
    ...listed.flatMap(({ cutShort, plural }) =>
      cutShort === undefined
        ? []
        : [`not all ${plural} were read: ${cutShort}`],
    ),
    ...(truncated ? ['its objects hold more than is read of them'] : []),
  ];
  const text = reasons.join('; ');
  return text === '' ? null : `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function resourceOf({ plural, group }: ServedKind): string {
  return `${plural}.${group}`;
}

function whereOf(object: Record<string, unknown> | undefined): string {
  return nameOf(object, String(object?.kind ?? 'Object'));
}
