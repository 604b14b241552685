import { Evidence, reasonOf } from 'backstage-plugin-chart-provenance-common';
import { Descriptor } from 'chart-provenance-oras';
import { fromNullableJson, VersionTableRow } from './rows';

/**
 * A Helm provenance file is a layer of the chart itself, so no listing of referrers shows it. It is a signature that cannot be
 * checked yet: with it alone the chart is not unsigned.
 */
export function provenanceFileOf(
  row: Pick<VersionTableRow, 'digest' | 'provenance_layer'>,
): Evidence[] {
  const layer = fromNullableJson<Descriptor>(row.provenance_layer);
  return layer === null
    ? []
    : [
        {
          digest: layer.digest,
          subject: row.digest,
          kind: 'provenance-file',
          format: 'raw',
          mediaType: layer.mediaType,
          layer: { digest: layer.digest, size: layer.size },
          problem: reasonOf(
            'unsupported-format',
            'A Helm provenance file (OpenPGP) is part of the chart; it cannot be checked yet.',
          ),
        },
      ];
}
