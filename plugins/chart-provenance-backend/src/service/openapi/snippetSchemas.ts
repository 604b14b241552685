import {
  array,
  boolean,
  choice,
  nullable,
  object,
  ref,
  Schema,
  text,
} from './schemaParts';

const group = choice(
  'publish',
  'argocd',
  'flux',
  'consume',
  'enforce',
  'registry',
);

/** Schemas of `api/snippetTypes` in common. */
export const snippetSchemas: Record<string, Schema> = {
  SnippetList: object({
    chartId: text,
    version: nullable(
      object({ version: text, digest: text, verified: boolean }),
    ),
    items: array(
      object({ id: text, group, title: text, unavailable: nullable(text) }),
    ),
  }),
  SnippetOption: object({
    name: text,
    title: text,
    values: array(object({ value: text, title: text })),
    value: text,
  }),
  SnippetDiff: object({
    consumerId: text,
    title: text,
    path: nullable(text),
    href: nullable(text),
    patch: text,
    after: nullable(text),
  }),
  Snippet: object({
    id: text,
    group,
    title: text,
    guarantees: text,
    cannot: array(text),
    files: array(object({ path: text, language: text, text })),
    notes: array(text),
    options: array(ref('SnippetOption')),
    diffs: array(ref('SnippetDiff')),
    links: array(object({ title: text, href: text })),
  }),
};
