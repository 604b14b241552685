import {
  LintFinding,
  LintKind,
} from 'backstage-plugin-chart-provenance-common';

/**
 * How bad a finding is.
 *
 * @internal
 */
export const SEVERITY_WORD: Record<LintFinding['severity'], string> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Good to know',
};

/**
 * As what a text was read.
 *
 * @internal
 */
export const KIND_WORD: Record<LintKind, string> = {
  reference: 'a reference',
  command: 'commands',
  manifest: 'a Kubernetes manifest',
  chart: 'Chart.yaml',
  ci: 'a CI pipeline',
  helmfile: 'a helmfile',
  terraform: 'Terraform',
  markdown: 'Markdown',
  unknown: 'plain text',
};

/**
 * The text with one finding corrected.
 *
 * @internal
 */
export function corrected(
  text: string,
  { start, end, correction }: LintFinding,
): string {
  return correction === null
    ? text
    : text.slice(0, start.offset) + correction + text.slice(end.offset);
}
