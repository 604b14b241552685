import { ChartIdentity, ProvenanceStatement } from '../../evidence';
import { NotProven } from '../outcome/NotProven';

/**
 * Is the signed statement about this very chart: name and version of the manifest's config (a tag has `_` for `+`), the archive named
 * after them, and the digest of the manifest's chart layer? A provenance file does not name the manifest, so nothing else in it is proven.
 *
 * @throws NotProven `name-or-version-mismatch`, `digest-mismatch`
 */
export function bindToChart(
  stated: ProvenanceStatement,
  chart: ChartIdentity,
): void {
  const { name, version, chartLayerDigest } = chart;
  if (!name || !version || chartLayerDigest === null) {
    throw new NotProven(
      'unsupported-format',
      'What the manifest says the chart is could not be read, and so nothing can be compared with it.',
    );
  }
  if (stated.digest !== chartLayerDigest) {
    throw new NotProven(
      'digest-mismatch',
      'The provenance file was made for another chart archive than the one in this manifest.',
    );
  }
  if (stated.name !== name || stated.version !== version) {
    throw new NotProven(
      'name-or-version-mismatch',
      `The provenance file is about another chart or version than ${name} ${version}.`,
    );
  }
  if (stated.file !== `${name}-${version}.tgz`) {
    throw new NotProven(
      'name-or-version-mismatch',
      `The provenance file names its archive otherwise than ${name}-${version}.tgz, as Helm does.`,
    );
  }
}
