import { GateChange } from 'backstage-plugin-chart-provenance-common';

/**
 * What a change can be, in the order in which it is offered.
 *
 * @internal
 */
export const CHANGE_WORD: Record<GateChange['kind'], string> = {
  enforcement: 'Enforce an environment',
  policy: 'Apply a configured policy',
  'policy-text': 'Apply a policy as written below',
  retire: 'Turn the legacy place of a chart off',
};

/**
 * What the form holds.
 *
 * @internal
 */
export interface ImpactDraft {
  kind: GateChange['kind'];
  /** Environment, policy or chart, as `kind` has it. */
  target: string;
  /** Which charts a policy is for, as a pattern; all without. */
  charts: string;
  /** A policy in YAML. */
  text: string;
}

/**
 * Is the text a kind of change? For values that come from the address bar.
 *
 * @internal
 */
export function isChangeKind(
  value: string | null,
): value is GateChange['kind'] {
  return value !== null && Object.hasOwn(CHANGE_WORD, value);
}

/**
 * The change that the form describes; null while it does not name anything.
 *
 * @internal
 */
export function changeOf(draft: ImpactDraft): GateChange | null {
  const { kind } = draft;
  const target = draft.target.trim();
  const charts = draft.charts.trim() || undefined;
  switch (kind) {
    case 'enforcement':
      return target ? { kind, environment: target } : null;
    case 'policy':
      return target ? { kind, policy: target, charts } : null;
    case 'policy-text':
      return draft.text.trim() ? { kind, text: draft.text, charts } : null;
    default:
      return target ? { kind: 'retire', chartId: target } : null;
  }
}
