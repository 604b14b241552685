import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { Snippet } from 'backstage-plugin-chart-provenance-common';
import { summariseSnippet } from 'backstage-plugin-chart-provenance-common/snippets';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Backend } from '../backend/Backend';
import { BackendError } from '../backend/BackendError';
import { chartPath } from '../backend/chartPath';
import { fileInWorkspace } from '../workspace/fileInWorkspace';
import { generateExamples } from './examples';

/** Writes a text made for a chart into the workspace. */
export function createGenerateAction(backend: Backend) {
  return createTemplateAction({
    id: 'chart-provenance:generate',
    description:
      'Writes a pipeline, manifests, admission policies or registry settings, made for one chart from what is indexed of it, into the workspace',
    examples: generateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string().describe('Owner of the chart: component:default/payments'),
        chart: z =>
          z
            .string()
            .optional()
            .describe('oci://… or the id of the chart; without, the only one'),
        snippet: z =>
          z.string().describe('Which text, e.g. github-actions or argocd-oci'),
        options: z =>
          z
            .record(z.string())
            .optional()
            .describe('Choices of that text; each has a default'),
        version: z =>
          z
            .string()
            .optional()
            .describe('Digest of the version to name; the newest verified one'),
        into: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace to write into; its root'),
        overwrite: z =>
          z.boolean().optional().describe('Replace files that are there'),
        skipUnavailable: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Go on with no files where the text cannot be made for this chart; the summary says why',
            ),
      },
      output: {
        title: z => z.string(),
        files: z => z.array(z.string()).describe('Paths in the workspace'),
        summary: z =>
          z
            .string()
            .describe(
              'Markdown for a pull request: what it does and cannot do',
            ),
      },
    },
    async handler(context) {
      const { input, workspacePath } = context;
      const path = await chartPath(backend, input, context);
      const query = new URLSearchParams(
        input.version ? { version: input.version } : {},
      );
      for (const [name, value] of Object.entries(input.options ?? {})) {
        query.append('option', `${name}:${value}`);
      }
      const snippet = await snippetOf(
        backend.ask<Snippet>(
          `${path}/snippets/${encodeURIComponent(input.snippet)}?${query}`,
          context,
        ),
        input.skipUnavailable ?? false,
      );
      const targets = await Promise.all(
        snippet.files.map(async ({ path: suggested, text }) => ({
          ...(await fileInWorkspace(
            workspacePath,
            input.into ?? '.',
            // Nothing is written outside of the workspace, whatever the answer says.
            suggested,
          )),
          text,
        })),
      );
      const there = targets.filter(
        ({ target }) => !input.overwrite && existsSync(target),
      );
      if (there.length > 0) {
        throw new ConflictError(
          `${there
            .map(file => file.path)
            .join(
              ', ',
            )} is there already; set overwrite to replace it, or write into another folder`,
        );
      }
      for (const file of targets) {
        await mkdir(dirname(file.target), { recursive: true });
        await writeFile(file.target, file.text);
        context.logger.info(`Wrote ${file.path}`);
      }
      const paths = targets.map(file => file.path);
      if (paths.length === 0) {
        context.logger.info(snippet.guarantees);
      }
      context.output('title', snippet.title);
      context.output('files', paths);
      context.output('summary', summariseSnippet(snippet, paths));
    },
  });
}

type Written = Pick<
  Snippet,
  'title' | 'guarantees' | 'cannot' | 'notes' | 'files'
>;

/** The text, or why there is none where that may be. */
async function snippetOf(
  asked: Promise<Snippet>,
  skipUnavailable: boolean,
): Promise<Written> {
  try {
    return await asked;
  } catch (error) {
    if (
      skipUnavailable &&
      error instanceof BackendError &&
      error.status === 409
    ) {
      return {
        ...{ title: '', guarantees: `Not written: ${error.message}` },
        ...{ cannot: [], notes: [], files: [] },
      };
    }
    throw error;
  }
}
