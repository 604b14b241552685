import { Evidence, reasonOf } from 'backstage-plugin-chart-provenance-common';
import { Descriptor } from 'chart-provenance-oras';
import { fromNullableJson, VersionTableRow } from './rows';

/**
 * A Helm provenance file is a layer of the chart itself, so no listing of referrers shows it. Until it is read it is known to be there:
 * with it alone the chart is not unsigned.
 *
 * @param evidence - what is stored about the version; it holds the file once that was read.
 */
export function provenanceFileOf(
  row: Pick<VersionTableRow, 'digest' | 'provenance_layer'>,
  evidence: readonly Pick<Evidence, 'manifest'>[],
): Evidence[] {
  const layer = fromNullableJson<Descriptor>(row.provenance_layer);
  if (layer === null || evidence.some(item => item.manifest === row.digest)) {
    return [];
  }
  return [
    {
      digest: layer.digest,
      manifest: row.digest,
      subject: row.digest,
      kind: 'provenance-file',
      format: 'helm-provenance',
      mediaType: layer.mediaType,
      layer: { digest: layer.digest, size: layer.size },
      problem: reasonOf(
        'evidence-incomplete',
        'A Helm provenance file is part of the chart; it has not been read yet.',
      ),
    },
  ];
}
