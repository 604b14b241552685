import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { SnippetError } from '../../SnippetError';
import type { SnippetInput } from '../../types';
import { celText, escapeExpression, plainText } from '../../words';

const REGISTRY = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[1-9]\d{0,4})?$/;
const REPOSITORY =
  /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
/** Names that Docker Hub answers to. */
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];

/** Where the chart is, with everything that admission compares. */
export interface ChartPlace {
  /** `host/path/name` */
  place: string;
  registry: string;
  repository: string;
  name: string;
  /** `oci://host/path/name` */
  url: string;
  /** `path/`, without the host; empty where the chart is at the top of the registry. */
  prefix: string;
  /** Expression (RE2) that takes every way of writing the registry's host, in lower case. */
  hosts: string;
  /** Docker Hub: a place may be written without a host. */
  hostMayBeMissing: boolean;
  /** Begins the names of policies; unique to the place. */
  slug: string;
}

/** @throws SnippetError `unsafe` for a place that registries would not take */
export function chartPlace({ chart }: SnippetInput): ChartPlace {
  const { registry, repository } = chart;
  plainText(`${registry}/${repository}`, 'the name of the repository');
  if (!REGISTRY.test(registry) || !REPOSITORY.test(repository)) {
    throw new SnippetError(
      'unsafe',
      'No text is made: the name of the repository is none that registries take, and would not stay what it is in a file.',
    );
  }
  const segments = repository.split('/');
  const name = segments[segments.length - 1];
  const place = `${registry}/${repository}`;
  const path = segments.slice(0, -1).join('/');
  return {
    ...{ place, registry, repository, name, url: `oci://${place}` },
    prefix: path === '' ? '' : `${path}/`,
    hosts: hostExpression(registry),
    hostMayBeMissing: DOCKER_HUB.includes(registry),
    slug: slugOf(name, place),
  };
}

/**
 * A host may be written with a dot behind it and its port with zeros before it; a registry without a port is meant with any, since nobody else
 * is at that name.
 */
function hostExpression(registry: string): string {
  const [host, port] = registry.split(':');
  const names = DOCKER_HUB.includes(host) ? DOCKER_HUB : [host];
  const words = names.map(escapeExpression).join('|');
  return port === undefined || port === '443'
    ? `^(?:${words})\\.*(?::[0-9]*)?$`
    : `^(?:${words})\\.*:0*${port}$`;
}

function slugOf(name: string, place: string): string {
  const words = name.replace(/[^a-z0-9]+/g, '-').slice(0, 30);
  const mark = bytesToHex(sha256(utf8ToBytes(place))).slice(0, 6);
  return `chart-${words.replace(/-+$/, '')}-${mark}`;
}

/** A list of texts in CEL. */
export function celList(texts: readonly string[]): string {
  return `[${texts.map(celText).join(', ')}]`;
}
