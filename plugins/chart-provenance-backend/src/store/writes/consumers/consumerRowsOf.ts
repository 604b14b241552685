import { createHash } from 'node:crypto';
import {
  chartIdOf,
  normaliseRegistryHost,
} from 'backstage-plugin-chart-provenance-common';
import { ConsumerRecord } from '../../ConsumerStore';
import { legacyId } from '../../legacyId';
import { normaliseRepositoryUrl } from '../../normaliseRepositoryUrl';
import {
  ConsumerOwnerKeyRow,
  ConsumerTableRow,
  toJson,
  toNullableText,
  toText,
} from '../../rows';
import { hash16 } from '../../workKeys';

/** Longest owner key; an index of PostgreSQL takes no much longer ones, and no entity is called that. */
const MAX_KEY_LENGTH = 300;
const ENTITY = 'entity:';

/** A consumer as it is to be stored. */
export interface ConsumerRows {
  consumer: ConsumerTableRow;
  keys: ConsumerOwnerKeyRow[];
}

/**
 * The rows of what a reading saw. A consumer is the same as long as it is called the same at the same place; of several that are called the same in
 * one file each counts.
 */
export function consumerRowsOf(
  sourceId: string,
  records: readonly ConsumerRecord[],
  seenAt: string,
): Map<string, ConsumerRows> {
  const rows = new Map<string, ConsumerRows>();
  const times = new Map<string, number>();
  for (const record of records) {
    const name = nameOf(sourceId, record);
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    const id = hash16(time === 1 ? name : `${name}${time}`);
    rows.set(id, rowsOf(id, sourceId, record, seenAt));
  }
  return rows;
}

function nameOf(sourceId: string, { consumer }: ConsumerRecord): string {
  const { kind, namespace, name, part, path, cluster } = consumer;
  return JSON.stringify([sourceId, cluster, path, kind, namespace, name, part]);
}

function rowsOf(
  id: string,
  sourceId: string,
  record: ConsumerRecord,
  seenAt: string,
): ConsumerRows {
  const { consumer, chartId, legacy, cluster, environment } = record;
  const { target, labels } = consumer;
  const oci = target.kind === 'oci' ? target : null;
  const url = legacy && normaliseRepositoryUrl(legacy.url);
  const columns = {
    chart_id: chartId ?? (oci && idOf(oci)),
    registry: oci && toText(oci.registry),
    repository: oci && toText(oci.repository),
    legacy_id: legacy && legacyId(legacy.url, legacy.name),
    legacy_url: toNullableText(url),
    legacy_name: toNullableText(legacy && legacy.name),
    environment: toNullableText(environment),
    cluster: toNullableText(cluster),
    reading: toJson(consumer),
    labels: toJson([...new Set(Object.values(labels))].sort()),
  };
  const keys = keysOf(id, record.ownerKeys);
  return {
    consumer: {
      id,
      source_id: sourceId,
      ...columns,
      result_hash: hashOf([columns, keys]),
      first_seen_at: seenAt,
      stale: false,
      seen_at: null,
    },
    keys,
  };
}

/** Also of a chart in a registry that nobody configured: its consumers are told together. */
function idOf(target: { registry: string; repository: string }): string {
  return chartIdOf(normaliseRegistryHost(target.registry), target.repository);
}

function keysOf(
  consumerId: string,
  ownerKeys: readonly string[],
): ConsumerOwnerKeyRow[] {
  return ownerKeys
    .map(toText)
    .filter(key => key.length <= MAX_KEY_LENGTH)
    .map((key, rank) => ({
      consumer_id: consumerId,
      rank,
      key,
      entity_ref: key.startsWith(ENTITY) ? key.slice(ENTITY.length) : null,
    }));
}

/** SHA-256 of a JSON text, hex. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
