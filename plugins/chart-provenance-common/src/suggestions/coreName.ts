/** Words that say what something is, not which one. */
const DECORATION: ReadonlySet<string> = new Set([
  'app',
  'chart',
  'charts',
  'helm',
  'service',
  'svc',
]);

/**
 * A name without words such as `chart` and `service`, to tell names that are nearly the same: `helm-checkout` and
 * `checkout-service` are both `checkout`. The name itself when nothing else would be left.
 */
export function coreName(name: string): string {
  const words = name.toLowerCase().split(/[-_.]/);
  const core = words.filter(word => word !== '' && !DECORATION.has(word));
  return core.length === 0 ? name.toLowerCase() : core.join('-');
}
