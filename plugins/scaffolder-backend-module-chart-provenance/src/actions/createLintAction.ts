import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { LintReport } from 'backstage-plugin-chart-provenance-common';
import { readFile, stat } from 'node:fs/promises';
import { Backend } from '../backend/Backend';
import { lintExamples } from './examples';

const MAX_FILES = 100;
const MAX_BYTES = 256 * 1024;
const RANK = { error: 2, warning: 1, info: 0 } as const;
const BOUND = { error: 2, warning: 1, never: 3 } as const;

/** Looks for mistakes in references to charts in files of the workspace. */
export function createLintAction(backend: Backend) {
  return createTemplateAction({
    id: 'chart-provenance:lint',
    description:
      'Looks for mistakes in references to Helm charts in files of the workspace: manifests, Chart.yaml, pipelines, scripts',
    examples: lintExamples,
    supportsDryRun: true,
    schema: {
      input: {
        paths: z =>
          z
            .array(z.string())
            .min(1)
            .max(MAX_FILES)
            .describe('Files of the workspace, at most 100'),
        failOn: z =>
          z
            .enum(['error', 'warning', 'never'])
            .optional()
            .describe('The least grave finding that fails the step; error'),
      },
      output: {
        findings: z =>
          z.array(
            z.object({
              path: z.string(),
              line: z.number(),
              rule: z.string(),
              severity: z.string(),
              message: z.string(),
              fix: z.string(),
            }),
          ),
      },
    },
    async handler(context) {
      const { input, workspacePath, logger } = context;
      const findings = [];
      for (const path of input.paths) {
        const text = await readText(
          resolveSafeChildPath(workspacePath, path),
          path,
        );
        const report = await backend.ask<LintReport>('/lint', context, {
          method: 'POST',
          body: { text, filename: path.split('/').at(-1) },
        });
        report.unread.forEach(line => logger.warn(`${path}: ${line}`));
        findings.push(
          ...report.findings.map(one => ({
            path,
            line: one.start.line,
            rule: one.rule,
            severity: one.severity,
            message: one.message,
            fix: one.fix,
          })),
        );
      }
      for (const { path, line, severity, message, fix } of findings) {
        logger.info(`${path}:${line} ${severity}: ${message} ${fix}`);
      }
      context.output('findings', findings);
      const bound = BOUND[input.failOn ?? 'error'];
      const grave = findings.filter(one => RANK[one.severity] >= bound);
      if (grave.length > 0) {
        throw new InputError(
          grave
            .map(one => `${one.path}:${one.line} ${one.message} ${one.fix}`)
            .join('\n'),
        );
      }
    },
  });
}

async function readText(file: string, path: string): Promise<string> {
  const found = await stat(file);
  if (!found.isFile()) {
    throw new InputError(`${path} is no file`);
  }
  const { size } = found;
  if (size > MAX_BYTES) {
    throw new InputError(
      `${path} is larger than 256 KiB, which is the most that is checked`,
    );
  }
  return readFile(file, 'utf8');
}
