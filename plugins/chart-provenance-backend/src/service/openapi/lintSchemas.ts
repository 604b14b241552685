import {
  array,
  boolean,
  choice,
  integer,
  nullable,
  object,
  ref,
  Schema,
  text,
} from './schemaParts';

const tool = object({ name: text, prints: text });

/** Schemas of `api/lintTypes` in common. */
export const lintSchemas: Record<string, Schema> = {
  LintRequest: {
    ...object({ text, filename: { ...text, maxLength: 500 } }, ['filename']),
    additionalProperties: false,
  },
  LintPosition: object({ line: integer, column: integer, offset: integer }),
  LintFinding: object({
    rule: text,
    severity: choice('error', 'warning', 'info'),
    start: ref('LintPosition'),
    end: ref('LintPosition'),
    message: text,
    tool: nullable(tool),
    fix: text,
    correction: nullable(text),
    anchor: text,
  }),
  LintReport: object({
    kind: choice(
      'reference',
      'command',
      'manifest',
      'chart',
      'ci',
      'helmfile',
      'terraform',
      'markdown',
      'unknown',
    ),
    findings: array(ref('LintFinding')),
    cut: boolean,
    corrected: nullable(text),
    unread: array(text),
    language: choice(
      'yaml',
      'shell',
      'hcl',
      'json',
      'markdown',
      'dockerfile',
      'text',
    ),
  }),
};
