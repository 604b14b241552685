import type { SnippetOption } from '../../api/snippetTypes';

/** What is done about a violation, audit first. */
export function modeOption(audit: string, deny: string): SnippetOption {
  return {
    name: 'mode',
    title: 'What happens to what breaks the rule',
    values: [
      { value: 'audit', title: audit },
      { value: 'deny', title: deny },
    ],
    value: 'audit',
  };
}

export const SCOPE_OPTION: SnippetOption = {
  name: 'scope',
  title: 'What it is about',
  values: [
    { value: 'chart', title: 'This chart' },
    {
      value: 'folder',
      title: 'This chart, and whatever else lies in its folder has no policy',
    },
  ],
  value: 'chart',
};

export const FORMAT_OPTION: SnippetOption = {
  name: 'format',
  title: 'How signatures are stored',
  values: [
    { value: 'bundle', title: 'Sigstore bundles (cosign 3)' },
    { value: 'legacy', title: 'Tags and layers of cosign 2' },
  ],
  value: 'bundle',
};
