import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  VersionPage,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { Backend, StepContext } from '../backend/Backend';
import { chartPath } from '../backend/chartPath';
import { pause } from '../backend/waiting';
import { waitExamples } from './examples';

const POLL_MS = 5_000;

/** Waits until a version of a chart was looked at and judged. */
export function createWaitForVerdictAction(
  backend: Backend,
  { pollMs = POLL_MS }: { pollMs?: number } = {},
) {
  return createTemplateAction({
    id: 'chart-provenance:wait-for-verdict',
    description:
      'Waits until a published version of a chart is indexed and judged, and fails unless it is verified',
    examples: waitExamples,
    supportsDryRun: false,
    schema: {
      input: {
        entityRef: z =>
          z.string().describe('Owner of the chart: component:default/payments'),
        chart: z =>
          z
            .string()
            .optional()
            .describe('oci://… or the id of the chart; without, the only one'),
        version: z =>
          z.string().describe("The chart's version, or its manifest digest"),
        timeoutSeconds: z =>
          z.number().int().min(1).max(1_800).optional().describe('300'),
        expect: z =>
          z
            .enum(['verified', 'any'])
            .optional()
            .describe('any: succeed with whatever verdict; verified'),
      },
      output: {
        status: z => z.string(),
        digest: z => z.string(),
        reason: z => z.string(),
      },
    },
    async handler(context) {
      const {
        version,
        timeoutSeconds = 300,
        expect = 'verified',
      } = context.input;
      const until = Date.now() + timeoutSeconds * 1_000;
      const path = await chartPath(backend, context.input, context);
      await refresh(backend, path, context);
      for (;;) {
        const row = await find(backend, path, version, context);
        const settled = row && isSettled(row, expect);
        if (row && (settled || Date.now() > until)) {
          context.output('status', row.verdict.status);
          context.output('digest', row.digest);
          context.output('reason', row.verdict.reason.message);
          if (expect === 'verified' && row.verdict.status !== 'verified') {
            throw new Error(
              `${version} is ${row.verdict.status}: ${row.verdict.reason.message}`,
            );
          }
          return;
        }
        if (Date.now() > until) {
          throw new Error(
            `${version} was not seen within ${timeoutSeconds} s. Is it pushed, and does a rule let its repository be read?`,
          );
        }
        context.logger.info(
          row ? `${row.verdict.reason.message} Waiting.` : 'Not seen yet.',
        );
        await pause(pollMs, context.signal);
      }
    },
  });
}

/** Nothing is lost where it may not be asked for: the chart is looked at in a while all the same. */
async function refresh(
  backend: Backend,
  path: string,
  context: StepContext & { logger: { info(line: string): void } },
): Promise<void> {
  try {
    await backend.ask(`${path}/refresh`, context, { method: 'POST' });
  } catch (error) {
    context.logger.info(
      `The chart is looked at with the next round: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
}

async function find(
  backend: Backend,
  path: string,
  wanted: string,
  context: StepContext,
): Promise<VersionRow | undefined> {
  const query = new URLSearchParams({ filter: wanted, limit: '200' });
  const { items } = await backend.ask<VersionPage>(
    `${path}/versions?${query}`,
    context,
  );
  const exact = items.filter(
    ({ version, digest }) => version === wanted || digest === wanted,
  );
  // Of two with one version the tag says which: the one that nothing points at was published over.
  return exact.find(({ tags }) => tags.length > 0) ?? exact[0];
}

/** A signature may still come after the push, so that `unsigned` and the like are waited out; a rejection does not mend itself. */
function isSettled({ verdict }: VersionRow, expect: string): boolean {
  return (
    verdict.status === 'verified' ||
    verdict.status === 'rejected' ||
    (expect === 'any' && verdict.status === 'unsigned')
  );
}
