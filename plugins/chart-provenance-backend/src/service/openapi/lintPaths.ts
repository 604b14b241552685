import { answer, body, refusals } from './responses';

const { '400': malformed, '401': unknown, '403': refused } = refusals;

/** The reference checker. */
export const lintPaths = {
  '/lint': {
    post: {
      operationId: 'lintText',
      summary:
        'Mistakes in references to charts, in a text of at most 256 KiB; nothing of it is kept',
      requestBody: body('LintRequest'),
      responses: {
        '200': answer('What was found', 'LintReport'),
        '400': malformed,
        '401': unknown,
        '403': refused,
        '429': answer('You ask too often; see Retry-After', 'Error'),
      },
    },
  },
} as const;
