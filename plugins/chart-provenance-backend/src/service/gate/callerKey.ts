import { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * What tells callers apart for whom something may be remembered: who they are, and what their token is restricted to. Two tokens of one service
 * may see different things.
 */
export function callerKey({ principal }: BackstageCredentials): string {
  return JSON.stringify(principal, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
}
