import { ReadOnlyTarget } from 'chart-provenance-oras';
import { decodeChartManifest } from '../../evidence';
import { ArchiveError } from './ArchiveError';
import { ARCHIVE_BOUNDS } from './bounds';

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

/**
 * Fetches the archive of a chart version. The digests of manifest and layer are checked by the target.
 *
 * @param digest - of the version's manifest
 * @throws ArchiveError, EvidenceError for what is no chart; OrasError for what the registry does.
 */
export async function fetchArchive(
  target: Pick<ReadOnlyTarget, 'fetch' | 'fetchManifest'>,
  digest: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const manifest = await fetchDecoded(target, digest, signal);
  const chart =
    manifest.kind === 'index'
      ? await fetchDecoded(target, manifest.chart.digest, signal)
      : manifest;
  if (chart.kind === 'index') {
    throw new ArchiveError('malformed', 'It is an index of indexes.');
  }
  const { packed } = ARCHIVE_BOUNDS;
  if (chart.chartLayer.size > packed) {
    throw new ArchiveError(
      'too-large',
      `The chart archive has ${chart.chartLayer.size} bytes; at most ${packed} are read.`,
    );
  }
  return target.fetch(chart.chartLayer, { maxBytes: packed, signal });
}

async function fetchDecoded(
  target: Pick<ReadOnlyTarget, 'fetchManifest'>,
  digest: string,
  signal: AbortSignal,
) {
  const { descriptor, bytes } = await target.fetchManifest(digest, {
    maxBytes: MAX_MANIFEST_BYTES,
    signal,
  });
  return decodeChartManifest(descriptor.mediaType, bytes);
}
