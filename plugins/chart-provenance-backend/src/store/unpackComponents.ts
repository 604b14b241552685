import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  SbomComponent,
  SbomComponentKind,
} from 'backstage-plugin-chart-provenance-common';

/** What `packSbom` keeps at most, bytes before compression, and a little. */
const MAX_UNPACKED_BYTES = 9 * 1024 * 1024;

const unzip = promisify(gunzip);

/**
 * Components as they are stored; undefined for what is not: a row that lost something, or was given something, must not stop the
 * version it belongs to from being shown.
 *
 * @param packed - JSON, gzip
 */
export async function unpackComponents(
  packed: Uint8Array,
): Promise<SbomComponent[] | undefined> {
  try {
    const json = await unzip(packed, { maxOutputLength: MAX_UNPACKED_BYTES });
    const components: unknown = JSON.parse(json.toString('utf8'));
    return isListOfComponents(components) ? components : undefined;
  } catch {
    return undefined;
  }
}

const KINDS: ReadonlySet<unknown> = new Set<SbomComponentKind>([
  'package',
  'image',
  'chart',
  'other',
]);

/** By hand: a schema takes longer over 20,000 components than everything else that is done with them. */
function isListOfComponents(value: unknown): value is SbomComponent[] {
  return Array.isArray(value) && value.every(isComponent);
}

function isComponent(value: unknown): value is SbomComponent {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const {
    name,
    version,
    kind,
    purl,
    licences,
    digest,
  }: Partial<Record<keyof SbomComponent, unknown>> = value;
  return (
    isText(name) &&
    isText(version) &&
    KINDS.has(kind) &&
    (purl === null || isText(purl)) &&
    (digest === null || isText(digest)) &&
    Array.isArray(licences) &&
    licences.every(isText)
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
