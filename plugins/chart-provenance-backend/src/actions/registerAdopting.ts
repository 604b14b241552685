import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { auditedDecision, namedCaller } from '../service';
import { parseGateRequest } from '../service/request/parseGate';
import { ActionServices } from './ActionServices';
import { locate } from './locate';

const READ_ONLY = { readOnly: true, idempotent: true, destructive: false };

/** Actions that help with adopting. */
export function registerAdopting(
  registry: ActionsRegistryService,
  { service, snippets, gate, lint, auditor }: ActionServices,
): void {
  registry.register({
    name: 'generate-chart-text',
    title: 'Pipeline, manifest, policy or registry settings for a chart',
    description:
      'Generates a text for one chart from what is indexed of it (registry, digest, identity, policy), e.g. github-actions, gitlab-ci, argocd-oci, flux-oci-repository, kyverno. Without `text`: what there is to choose from.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string(),
          chart: z.string().optional(),
          text: z.string().optional().describe('Id of the text'),
          options: z.record(z.string()).optional(),
        }),
      output: z =>
        z.object({
          choices: z.array(z.any()).optional(),
          text: z.any().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const caller = { credentials };
      const locator = await locate(service, input, caller);
      if (input.text === undefined) {
        const { items } = await snippets.snippets(locator, {}, caller);
        return { output: { choices: items } };
      }
      const options = input.options ?? {};
      return {
        output: {
          text: await snippets.snippet(
            locator,
            input.text,
            { options },
            caller,
          ),
        },
      };
    },
  });
  registry.register({
    name: 'check-chart-references',
    title: 'Mistakes in references to charts',
    description:
      'Looks for mistakes in references to Helm charts in a text (a reference, a command line, a manifest, Chart.yaml, a pipeline): what is wrong and where, what the real tool would print, and the corrected text. Nothing is kept.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          text: z.string().max(256 * 1024),
          filename: z.string().max(200).optional(),
        }),
      output: z =>
        z.object({
          kind: z.string(),
          findings: z.array(z.any()),
          corrected: z.string().nullable(),
          unread: z.array(z.string()),
        }),
    },
    action: async ({ input, credentials }) => {
      const { kind, findings, corrected, unread } = await lint.lint(
        input,
        namedCaller(credentials),
      );
      return { output: { kind, findings, corrected, unread } };
    },
  });
  registry.register({
    name: 'ask-chart-gate',
    title: 'What the promotion gate would say',
    description:
      'Asks the gate about a chart version: always a dry run, on which nothing may be promoted. Reasons come with what to do and who can.',
    attributes: { ...READ_ONLY, idempotent: false },
    schema: {
      input: z =>
        z.object({
          reference: z
            .string()
            .describe('oci://host/path/name with a tag or a digest'),
          environment: z.string().optional(),
        }),
      output: z => z.object({ decision: z.any() }),
    },
    action: async ({ input, credentials }) => {
      // Through here nobody asks as a pipeline, whoever it is.
      const caller = { ...namedCaller(credentials), isUser: true };
      const question = parseGateRequest(input);
      const decision = await auditedDecision(auditor, question, undefined, () =>
        gate.decide(question, caller),
      );
      return { output: { decision } };
    },
  });
}
