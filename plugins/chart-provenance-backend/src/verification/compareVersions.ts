/** Compares `a.b.c` numerically; NaN when either is not of that form (a pre-release is not accepted as a release). */
export function compareVersions(left: string, right: string): number {
  const parse = (version: string) =>
    /^\d+\.\d+\.\d+$/.test(version) ? version.split('.').map(Number) : [NaN];
  const a = parse(left);
  const b = parse(right);
  if (Number.isNaN(a[0]) || Number.isNaN(b[0])) {
    return NaN;
  }
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : a[at] - b[at];
}
