import {
  GateDecision,
  GateRequest,
  LintReport,
  LintRequest,
  Snippet,
  SnippetList,
} from 'backstage-plugin-chart-provenance-common';
import { SnippetQuery } from '../src/api';
import { answer } from '../src/__fixtures__/answers';
import { digestOf } from '../src/__fixtures__/builders';
import { denied, gateDecision } from '../src/__fixtures__/gateBuilders';
import { lintFinding, lintReport } from '../src/__fixtures__/lintBuilders';
import {
  SNIPPET_HEADS,
  snippet,
  snippetDiff,
  snippetList,
} from '../src/__fixtures__/snippetBuilders';

/** By the entity's name; `usual` for the others. */
export const SNIPPETS: Record<string, SnippetList | Error> = {
  usual: snippetList(),
  stale: snippetList({
    version: { version: '1.8.1', digest: digestOf(181), verified: false },
  }),
  indexing: snippetList({
    version: null,
    items: SNIPPET_HEADS.map(head => ({
      ...head,
      unavailable: 'Nothing is published yet.',
    })),
  }),
  forbidden: answer(403),
};

/** Texts for consumers come with changes to their manifests. */
export function snippetScenario(id: string, query: SnippetQuery): Snippet {
  const consumes = ['argocd-oci', 'flux-oci-repository'].includes(id);
  return snippet(
    {
      id,
      diffs: consumes
        ? [
            snippetDiff(),
            snippetDiff({
              consumerId: 'other',
              title: 'Application argocd/checkout in prod-eu',
              href: null,
              after: null,
            }),
          ]
        : [],
    },
    query.options,
  );
}

/** Allowed where nothing is enforced, denied in staging. */
export function deniedDecision({ environment }: GateRequest): GateDecision {
  return environment === 'staging'
    ? gateDecision({
        ...denied,
        environment,
        enforced: false,
        enforcedFrom: '2027-03-01',
      })
    : gateDecision({ environment: environment ?? 'default' });
}

/** Finds references that name the chart twice, and tags that move. */
export function lintScenario({ text }: LintRequest): LintReport {
  const findings = ['/payments', 'latest', 'cosign sign'].flatMap(
    (wrong, index) => {
      const offset = text.lastIndexOf(wrong);
      if (offset < 0) {
        return [];
      }
      const before = text.slice(0, offset).split('\n');
      const column = before[before.length - 1].length + 1;
      const start = { line: before.length, column, offset };
      return [
        lintFinding({
          severity: (['error', 'warning', 'info'] as const)[index],
          start,
          end: {
            ...start,
            column: column + wrong.length,
            offset: offset + wrong.length,
          },
          correction: index === 0 ? '' : null,
        }),
      ];
    },
  );
  const first = findings.find(({ correction }) => correction !== null);
  return lintReport({
    findings,
    corrected: first
      ? text.slice(0, first.start.offset) + text.slice(first.end.offset)
      : null,
  });
}
