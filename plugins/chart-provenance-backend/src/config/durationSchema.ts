import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, JsonValue } from '@backstage/types';
import { z } from 'zod';

/**
 * A duration as everywhere in Backstage (`24h`, `PT24H`, `{hours: 24}`), in milliseconds. Bounded on both ends, because
 * zero would hammer a registry and forever would switch staleness off.
 */
export function durationSchema(bounds: { min: string; max: string }) {
  const min = toMilliseconds(bounds.min);
  const max = toMilliseconds(bounds.max);
  return z.unknown().transform((value, context) => {
    try {
      const milliseconds = toMilliseconds(value as JsonValue);
      if (milliseconds >= min && milliseconds <= max) {
        return milliseconds;
      }
    } catch {
      // falls through to the one message that says how to write it
    }
    context.issues.push({
      code: 'custom',
      message: `must be a duration from ${bounds.min} to ${bounds.max}, written like 24h or {hours: 24}`,
      input: value,
    });
    return z.NEVER;
  });
}

function toMilliseconds(value: JsonValue): number {
  const config = new ConfigReader({ duration: value });
  return durationToMilliseconds(
    readDurationFromConfig(config, { key: 'duration' }),
  );
}
