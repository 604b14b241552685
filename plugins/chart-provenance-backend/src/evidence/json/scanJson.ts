import { JsonLimits, JsonScan } from './JsonScan';
import { JsonScanner } from './JsonScanner';

/**
 * Looks once over the bytes, before anything is parsed or allocated: a hostile text has to cost less than an honest one.
 * Says nothing about well-formedness.
 *
 * Of two members with one name each reader takes another: `JSON.parse` the last, some the first, and Go's takes `Subject` for `subject`
 * and, of protocol buffers, `pay_load` for `payLoad`. So names that any of them takes for one are one.
 *
 * @param find - names that lead to a string to be found.
 */
export function scanJson(
  bytes: Uint8Array,
  limits: JsonLimits,
  find?: readonly string[],
): JsonScan {
  if (bytes.length > limits.maxBytes) {
    return {
      exceeded: `larger than ${limits.maxBytes} bytes`,
      members: new Map(),
    };
  }
  return new JsonScanner(bytes, limits, find).run();
}
