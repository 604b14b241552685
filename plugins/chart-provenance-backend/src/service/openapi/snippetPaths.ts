import { chartParameters, snippetQueryParameters } from './parameters';
import { answer, refusals } from './responses';

const SNIPPETS =
  '/entities/{kind}/{namespace}/{name}/charts/{chartId}/snippets' as const;

/** Texts made for a chart. */
export const snippetPaths = {
  [SNIPPETS]: {
    get: {
      operationId: 'listSnippets',
      summary: 'Which texts can be made for a chart',
      parameters: [...chartParameters, ...snippetQueryParameters],
      responses: { '200': answer('The list', 'SnippetList'), ...refusals },
    },
  },
  [`${SNIPPETS}/{snippetId}`]: {
    get: {
      operationId: 'getSnippet',
      summary: 'One text: a pipeline, manifests, policies or settings',
      parameters: [
        ...chartParameters,
        {
          name: 'snippetId',
          in: 'path',
          required: true,
          schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' },
        },
        ...snippetQueryParameters,
      ],
      responses: {
        '200': answer('The text', 'Snippet'),
        ...refusals,
        '409': answer(
          'It cannot be made for this chart, or not so that everything in it stays what it is; the message says why',
          'Error',
        ),
      },
    },
  },
} as const;
