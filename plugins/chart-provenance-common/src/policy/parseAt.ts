import { z } from 'zod';
import { ConfigProblem } from '../problem/ConfigProblem';

/**
 * Reads a value by its schema, and notes every problem under its path.
 *
 * @internal
 */
export function parseAt<T extends z.ZodType>(
  schema: T,
  value: unknown,
  path: string,
  problems: ConfigProblem[],
): z.output<T> | undefined {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  for (const issue of result.error.issues) {
    const at = issue.path.map(key =>
      typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
    );
    problems.push({ path: `${path}${at.join('')}`, message: issue.message });
  }
  return undefined;
}
