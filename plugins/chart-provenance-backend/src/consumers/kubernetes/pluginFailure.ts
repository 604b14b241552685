import { ConsumerSourceError } from 'backstage-plugin-chart-provenance-node';
import { Answer } from './Answer';

const LOG = 'The log of the backend says why, at the plugin kubernetes.';

/** What the Kubernetes plugin itself, or the way to it, failed with; whatever was asked. */
export function pluginFailure(
  answer: Exclude<Answer, { by: 'answer' }>,
): ConsumerSourceError {
  switch (answer.by) {
    case 'nobody':
      return answer.why === 'timeout'
        ? failure('The Kubernetes plugin did not answer in time.', LOG)
        : failure(
            `The Kubernetes plugin could not be reached${inBrackets(
              answer.code,
            )}.`,
            'Look whether the backend reaches itself under the address that its discovery gives for the plugin kubernetes.',
          );
    case 'too-large':
      return failure('The answer of the Kubernetes plugin is too large.', LOG);
    default:
      return refused(answer);
  }
}

function refused({
  status,
  retryAfterMs,
}: Extract<Answer, { status: number }>): ConsumerSourceError {
  if (status === 401) {
    return failure(
      'The Kubernetes plugin does not accept the token of this plugin.',
      'Look whether both plugins can reach each other’s keys (backend.auth, discovery), and whether their clocks agree.',
    );
  }
  if (status === 429) {
    return failure(
      'The Kubernetes plugin asks to be left alone for a while (HTTP 429).',
      'Look at backend.rateLimit; it is tried again by itself.',
      retryAfterMs,
    );
  }
  if (status === 503) {
    return failure(
      'The Kubernetes plugin is not up (HTTP 503).',
      'Nothing, if the backend has just started; else its log says why the plugin kubernetes failed.',
      retryAfterMs,
    );
  }
  return failure(`The Kubernetes plugin failed (HTTP ${status}).`, LOG);
}

function failure(message: string, fix: string, retryAfterMs?: number) {
  return new ConsumerSourceError(message, { fix, retryAfterMs });
}

function inBrackets(text: string): string {
  return text ? ` (${text})` : '';
}
