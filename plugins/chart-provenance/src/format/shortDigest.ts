/**
 * The form in which a digest is shown: `4f1c…9ae2`, without the algorithm when it is sha256. Never used to compare.
 *
 * @internal
 */
export function shortDigest(digest: string): string {
  const [algorithm, hex] = digest.split(':', 2);
  if (!hex || hex.length <= 12) {
    return digest;
  }
  const short = `${hex.slice(0, 4)}…${hex.slice(-4)}`;
  return algorithm === 'sha256' ? short : `${algorithm}:${short}`;
}
