import { yamlText } from '../../words';

/**
 * A name for Kubernetes objects that are made for the chart: its own, as far as a DNS label allows. Short enough for a Helm release.
 */
export function objectName(chart: string): string {
  const name = chart
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  // Some readers of YAML take on, y or null for something else than a name.
  return /^[a-z]/.test(name) && yamlText(name) === name
    ? name
    : `chart-${name}`;
}
