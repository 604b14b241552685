import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import { Backend } from '../backend/Backend';
import { pause } from '../backend/waiting';
import { gateExamples } from './examples';

/** Statuses of the gate that carry a decision. */
const DECISIONS = [412, 503];

/** Asks what the gate would say. */
export function createGateAction(backend: Backend) {
  return createTemplateAction({
    id: 'chart-provenance:gate',
    description:
      'Asks the promotion gate about a chart version on behalf of whoever runs the template: a dry run, which fails where a pipeline would be stopped',
    examples: gateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        reference: z =>
          z.string().describe('oci://host/path/name@sha256:…, or with a tag'),
        environment: z => z.string().optional(),
        require: z =>
          z
            .object({
              policies: z.array(z.string()).optional(),
              attestations: z.array(z.string()).optional(),
              digest: z.boolean().optional(),
            })
            .optional()
            .describe('What must hold besides'),
        waitSeconds: z =>
          z
            .number()
            .int()
            .min(0)
            .max(600)
            .optional()
            .describe('How long to ask again while it cannot be decided; 0'),
      },
      output: {
        decision: z => z.string(),
        resolved: z => z.string().describe('The reference with its digest'),
        url: z => z.string().describe('Page that explains'),
        reasons: z => z.array(z.string()),
      },
    },
    async handler(context) {
      const {
        reference,
        environment,
        require,
        waitSeconds = 0,
      } = context.input;
      const until = Date.now() + waitSeconds * 1_000;
      for (;;) {
        const decision = await backend.ask<GateDecision>('/gate', context, {
          method: 'POST',
          body: { reference, environment, require },
          answers: DECISIONS,
        });
        const wait = (decision.retryAfterSeconds ?? 0) * 1_000;
        if (
          decision.decision === 'undecided' &&
          wait > 0 &&
          Date.now() + wait <= until
        ) {
          context.logger.info(`Undecided; asking again in ${wait / 1_000} s`);
          await pause(wait, context.signal);
          continue;
        }
        const reasons = decision.reasons.map(
          one => `${one.message} ${one.fix}`,
        );
        context.output('decision', decision.decision);
        context.output('resolved', decision.resolved ?? '');
        context.output('url', decision.url);
        context.output('reasons', reasons);
        if (decision.proceed !== true) {
          throw new Error(
            `The gate says ${decision.decision}: ${reasons.join(' ')} See ${
              decision.url
            }`,
          );
        }
        return;
      }
    },
  });
}
