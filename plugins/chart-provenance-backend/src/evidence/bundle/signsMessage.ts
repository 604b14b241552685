import { Evidence } from 'backstage-plugin-chart-provenance-common';

/** Does a decoded bundle sign the chart manifest itself, instead of a statement about it? */
export function signsMessage({
  format,
  kind,
  predicateType,
  problem,
}: Evidence): boolean {
  return (
    format.startsWith('sigstore-bundle-') &&
    kind === 'signature' &&
    !predicateType &&
    !problem
  );
}
