import { EvidenceFormat } from 'backstage-plugin-chart-provenance-common';

const WORDS: Record<EvidenceFormat, string> = {
  'sigstore-bundle-v0.1': 'Sigstore bundle v0.1',
  'sigstore-bundle-v0.2': 'Sigstore bundle v0.2',
  'sigstore-bundle-v0.3': 'Sigstore bundle v0.3',
  'sigstore-bundle-other': 'Sigstore bundle of an unknown version',
  'cosign-legacy': 'written by cosign 2 or older',
  'helm-provenance': 'Helm provenance file',
  notation: 'Notation',
  raw: 'raw: not signed by itself',
  unknown: 'unknown format',
};

/**
 * How a piece of evidence is written, in words. A format that this page does not know, from a newer backend, is shown as it is.
 *
 * @internal
 */
export function formatWords(format: EvidenceFormat): string {
  return WORDS[format] ?? format;
}
