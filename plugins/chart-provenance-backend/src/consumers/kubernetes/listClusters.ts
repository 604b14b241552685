import { ConsumerSourceError } from 'backstage-plugin-chart-provenance-node';
import { z } from 'zod';
import { nearest } from '../../config';
import { oneLine } from '../oneLine';
import { UnreadableSource } from '../SourceListings';
import { clusterListFailure } from './clusterListFailure';
import { PluginClient } from './PluginClient';
import { clusterListSchema } from './schema';
import { unattendedProblem } from './unattendedProblem';

/** A cluster that can be tried. */
export interface ListedCluster {
  /** Of the source. */
  id: string;
  name: string;
  title: string;
  authProvider: string;
}

/** What the Kubernetes plugin's clusters come to. */
export interface ClusterListing {
  clusters: ListedCluster[];
  unreadable: UnreadableSource[];
}

type PluginCluster = z.output<typeof clusterListSchema>['items'][number];

/** What a header can hold, and a name can be. */
const NAME = /^[!-~](?:[ -~]{0,148}[!-~])?$/;
const MAX_TITLE = 100;

/** @throws ConsumerSourceError when the clusters cannot be listed: then nobody knows which are gone. */
export async function listClusters(
  client: PluginClient,
  wanted: 'all' | readonly string[],
  signal: AbortSignal,
): Promise<ClusterListing> {
  const answer = await client.get('/clusters', { signal });
  if (answer.by !== 'answer') {
    throw clusterListFailure(answer);
  }
  const list = clusterListSchema.safeParse(answer.value).data;
  if (!list) {
    throw new ConsumerSourceError(
      'What the Kubernetes plugin answers is no list of clusters.',
      {
        fix: 'Look whether its version goes with this Backstage, and whether it has a router of its own.',
      },
    );
  }
  return sort(list.items, wanted);
}

function sort(
  items: readonly PluginCluster[],
  wanted: 'all' | readonly string[],
): ClusterListing {
  const listing: ClusterListing = { clusters: [], unreadable: [] };
  const seen = new Map<string, number>();
  for (const item of items) {
    const times = (seen.get(item.name) ?? 0) + 1;
    seen.set(item.name, times);
    if (wanted === 'all' || wanted.includes(item.name)) {
      place(item, times, listing);
    }
  }
  const names = [...seen.keys()];
  for (const name of wanted === 'all' ? [] : wanted) {
    if (!seen.has(name)) {
      listing.unreadable.push(unknownCluster(name, names));
    }
  }
  return listing;
}

function place(
  { name, title, authProvider }: PluginCluster,
  times: number,
  listing: ClusterListing,
): void {
  const shown = oneLine(title || name, MAX_TITLE);
  const entry = {
    // Two of one name are one to the proxy: the second is told of under an id that no readable cluster has.
    id: idOf(times > 1 ? `${name} (${times})` : name),
    title: `Cluster ${shown}`,
  };
  const problem = problemWith(name, times, authProvider ?? '');
  if (problem) {
    listing.unreadable.push({ ...entry, ...problem });
  } else {
    listing.clusters.push({ ...entry, name, authProvider: authProvider ?? '' });
  }
}

function problemWith(name: string, times: number, authProvider: string) {
  if (!NAME.test(name)) {
    return {
      message:
        'Its name cannot be sent to the Kubernetes plugin: it has other than printable ASCII characters, or more than 150.',
      fix: 'Give it another name in the configuration of the Kubernetes plugin.',
    };
  }
  if (times > 1) {
    return {
      message: `Two clusters are called ${name}; the Kubernetes plugin reaches the first of them only.`,
      fix: 'Give each a name of its own in the configuration of the Kubernetes plugin.',
    };
  }
  return unattendedProblem(authProvider);
}

function unknownCluster(
  name: string,
  known: readonly string[],
): UnreadableSource {
  const meant = nearest(name, known);
  const there = known.slice(0, 10).map(other => oneLine(other, 50));
  return {
    id: idOf(name),
    title: `Cluster ${oneLine(name, MAX_TITLE)}`,
    message: `The Kubernetes plugin knows no cluster called ${name}.`,
    fix: meant
      ? `Write ${meant} under consumers.kubernetes.clusters, if that is meant; else add the cluster to the Kubernetes plugin.`
      : `Add it to the Kubernetes plugin, or take it out of consumers.kubernetes.clusters; the plugin knows ${
          there.join(', ') || 'none'
        }.`,
  };
}

function idOf(name: string): string {
  return `kubernetes:${oneLine(name, 180)}`;
}
