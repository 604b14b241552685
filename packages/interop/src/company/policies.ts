/** Who may sign a chart, as a reader of it would configure it. */
export type Policy =
  | { kind: 'key'; key: string }
  | {
      kind: 'keyless';
      /** Anchored: cosign takes it as a regular expression. */
      identityPattern: string;
      /** `owner/name`: a reusable workflow's identity does not name its caller. */
      sourceRepository: string;
    };

export const ISSUER = 'https://token.actions.githubusercontent.com';

const SHARED_WORKFLOW =
  'https://github.com/acme/release-workflows/.github/workflows/chart.yml@refs/heads/main';

export function policyOf(chart: string): Policy {
  if (chart === 'ledger') {
    return { kind: 'key', key: 'ledger' };
  }
  const repository = chart.startsWith('edge-') ? 'edge' : chart;
  return {
    kind: 'keyless',
    identityPattern:
      chart === 'search'
        ? `^${escaped(SHARED_WORKFLOW)}$`
        : `^${escaped(
            `https://github.com/acme/${repository}/.github/workflows/release.yml@refs/tags/v`,
          )}[^/]+$`,
    sourceRepository: `acme/${repository}`,
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
