import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ExpectedRecord } from '../../verify/expectedRecords.ts';
import type { Place } from './Place.ts';

const EXPECTED = fileURLToPath(
  new URL('../../../../../examples/expected.json', import.meta.url),
);

/** Manifest digests of the example company's charts, by chart and tag. */
export function exampleDigests(): Place['digest'] {
  const { records }: { records: ExpectedRecord[] } = JSON.parse(
    readFileSync(EXPECTED, 'utf8'),
  );
  const digests = new Map(
    records.map(({ repository, tag, digest }) => [
      `${repository.replace('acme/charts/', '')}:${tag}`,
      digest,
    ]),
  );
  return chartAndTag => {
    const digest = digests.get(chartAndTag);
    if (digest === undefined) {
      throw new Error(`there is no ${chartAndTag} among the examples`);
    }
    return digest;
  };
}
