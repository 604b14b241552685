/**
 * What a proof lacks, and that it therefore counts for nothing: `revocation is not checked, so it is not called verified`.
 *
 * @internal
 */
export function gapWords(gaps: string[]): string {
  const last = gaps[gaps.length - 1];
  const all =
    gaps.length > 1 ? `${gaps.slice(0, -1).join(', ')} and ${last}` : last;
  return `${all} ${
    gaps.length > 1 ? 'are' : 'is'
  } not checked, so it is not called verified`;
}
