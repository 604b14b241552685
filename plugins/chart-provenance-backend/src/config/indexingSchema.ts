import { durationSchema } from './durationSchema';
import { boundedInteger } from './registrySchema';
import { strictObject } from './strictObject';

/** `indexing`. */
export const indexingSchema = strictObject({
  interval: durationSchema({ min: '5s', max: '7d' }).optional(),
  discoveryInterval: durationSchema({ min: '5s', max: '7d' }).optional(),
  concurrency: boundedInteger(1, 64).default(4),
  verifierWorkers: boundedInteger(0, 16).optional(),
});
