import { z } from 'zod';
import { isObject } from './isObject';
import { nearest } from './nearest';
import { Problems } from './problems';

/**
 * A zod object that refuses keys it does not know and names the one that was probably meant. A misspelt key must not be
 * dropped silently: with it would go the operator's restriction.
 */
export function strictObject<T extends z.ZodRawShape>(shape: T) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: issue => {
      if (issue.code === 'unrecognized_keys') {
        return describeUnknownKeys(issue.keys as string[], known);
      }
      if (issue.code === 'invalid_type') {
        return `must be an object with ${known.join(', ')}`;
      }
      return undefined;
    },
  });
}

/** The same for what another package's schema reads: reports unknown keys and gives back the others. */
export function refuseUnknownKeys(
  value: unknown,
  known: readonly string[],
  path: string,
  problems: Problems,
): unknown {
  if (!isObject(value)) {
    return value;
  }
  const unknown = Object.keys(value).filter(key => !known.includes(key));
  if (unknown.length > 0) {
    problems.add(path, describeUnknownKeys(unknown, known));
  }
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => known.includes(key)),
  );
}

function describeUnknownKeys(
  keys: readonly string[],
  known: readonly string[],
) {
  return keys
    .map(key => {
      const meant = nearest(key, known);
      return meant
        ? `unknown key '${key}'; did you mean '${meant}'?`
        : `unknown key '${key}'; known here: ${known.join(', ')}`;
    })
    .join('; ');
}
