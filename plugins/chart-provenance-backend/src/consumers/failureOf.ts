import { oneLine } from './oneLine';

const MAX_LENGTH = 300;
const DEFAULT_FIX =
  'The log of the backend may say more; it is tried again by itself.';

/** Why something failed, in words for people, and what to do. */
export interface Failure {
  message: string;
  fix: string;
  /** Milliseconds that the place asked to be left alone. */
  retryAfterMs?: number;
}

/** What an error says. Compared by its shape, since a module may have its own copy of `ConsumerSourceError`. */
export function failureOf(error: unknown): Failure {
  const known: { message?: unknown; fix?: unknown; retryAfterMs?: unknown } =
    typeof error === 'object' && error !== null ? error : {};
  const { message, fix, retryAfterMs } = known;
  return {
    message: textOf(message) ?? 'It failed without saying why.',
    fix: textOf(fix) ?? DEFAULT_FIX,
    ...(typeof retryAfterMs === 'number' &&
      retryAfterMs > 0 && { retryAfterMs }),
  };
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? oneLine(value, MAX_LENGTH) : '';
  return text === '' ? undefined : text;
}
