import {
  Snippet,
  SnippetDiff,
  SnippetHead,
  SnippetList,
} from 'backstage-plugin-chart-provenance-common';
import { digestOf } from './builders';

const PATCH = `--- apps/ledger.yaml
+++ apps/ledger.yaml
@@ -4,5 +4,5 @@
   source:
-    repoURL: https://charts.acme.dev
-    targetRevision: 1.8.x
+    repoURL: oci://ghcr.io/acme/charts/payments
+    targetRevision: ${digestOf(182)}
     chart: payments
`;

export function snippetHead(changes: Partial<SnippetHead> = {}): SnippetHead {
  return {
    id: 'github-actions',
    group: 'publish',
    title: 'GitHub Actions',
    unavailable: null,
    ...changes,
  };
}

export const SNIPPET_HEADS: SnippetHead[] = [
  snippetHead(),
  snippetHead({ id: 'gitlab-ci', title: 'GitLab CI' }),
  snippetHead({ id: 'shell', title: 'Plain shell' }),
  snippetHead({
    id: 'argocd-oci',
    group: 'argocd',
    title: 'Argo CD, from the registry',
  }),
  snippetHead({
    id: 'flux-oci-repository',
    group: 'flux',
    title: 'Flux OCIRepository',
  }),
  snippetHead({
    id: 'chart-dependency',
    group: 'consume',
    title: 'Dependency of a chart',
  }),
  snippetHead({
    id: 'kyverno',
    group: 'enforce',
    title: 'Kyverno',
    unavailable:
      'No policy applies to this chart, so nobody is named to ask for.',
  }),
  snippetHead({
    id: 'registry-immutability',
    group: 'registry',
    title: 'Immutable tags',
  }),
];

export function snippetList(changes: Partial<SnippetList> = {}): SnippetList {
  return {
    chartId: 'chart-payments00',
    version: { version: '1.8.2', digest: digestOf(182), verified: true },
    items: SNIPPET_HEADS,
    ...changes,
  };
}

export function snippetDiff(changes: Partial<SnippetDiff> = {}): SnippetDiff {
  return {
    consumerId: 'consumer-ledger',
    title: 'Application argocd/ledger in prod-us',
    path: 'apps/ledger.yaml',
    href: 'https://github.com/acme/fleet/blob/main/apps/ledger.yaml',
    patch: PATCH,
    after: 'kind: Application\n',
    ...changes,
  };
}

/** A text with one option, `layout`. */
export function snippet(
  changes: Partial<Snippet> = {},
  chosen: Readonly<Record<string, string>> = {},
): Snippet {
  const head = SNIPPET_HEADS.find(({ id }) => id === changes.id);
  const { group = 'publish', title = 'GitHub Actions' } = head ?? {};
  return {
    id: 'github-actions',
    group,
    title,
    guarantees:
      'What is published is signed by this workflow and no other, and is verified once more in a clean job.',
    cannot: ['It cannot tell whether the source was reviewed.'],
    files: [
      {
        path: '.github/workflows/release.yml',
        language: 'yaml',
        text: [
          'name: release',
          'on:',
          '  push:',
          "    tags: ['v*']",
          'permissions: {}',
          'jobs:',
          '  publish:',
          '    runs-on: ubuntu-24.04',
          '    permissions:',
          '      contents: read',
          '      packages: write',
          '      # cosign asks for a token of this job, and for nothing else',
          '      id-token: write',
          '',
        ].join('\n'),
      },
    ],
    notes: ['Protect the tags v*: whoever may push them may release.'],
    options: [
      {
        name: 'helm',
        title: 'Helm',
        values: [
          { value: '4', title: 'Helm 4' },
          { value: '3', title: 'Helm 3' },
        ],
        value: chosen.helm ?? '4',
      },
    ],
    diffs: [],
    links: [
      {
        title: 'cosign, keyless signing',
        href: 'https://docs.sigstore.dev/cosign/signing/overview/',
      },
    ],
    ...changes,
  };
}
