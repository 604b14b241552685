import { LegacyFailure } from '../LegacyFailure';
import { Entries, EntryList } from './EntryList';
import { parsePiece } from './parsePiece';

/**
 * Reads a small index in any other layout of YAML: flow style, tabs in between, comments anywhere.
 *
 * @throws LegacyFailure `no-index`, `too-many`
 */
export function readWhole(bytes: Uint8Array, base: string): Entries {
  const index = parsed(bytes);
  const apiVersion = typeof index?.apiVersion === 'string' && index.apiVersion;
  const charts = index?.entries;
  if (!apiVersion || !isObject(charts)) {
    throw noIndex();
  }
  const list = new EntryList(base);
  for (const [chart, versions] of Object.entries(charts)) {
    const all = Array.isArray(versions) ? versions : [undefined];
    all.forEach((version: unknown, position) =>
      list.add(chart, version, `entry ${position} of a chart`),
    );
  }
  return list.result(apiVersion.slice(0, 20));
}

function parsed(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const index = parsePiece(bytes, 'yaml');
    return isObject(index) ? index : undefined;
  } catch (cause) {
    throw noIndex(cause);
  }
}

function noIndex(cause?: unknown): LegacyFailure {
  return new LegacyFailure('no-index', {
    message: 'What answers is no index.yaml.',
    fix: 'Correct the URL: it is the one that helm repo add takes.',
    cause,
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
