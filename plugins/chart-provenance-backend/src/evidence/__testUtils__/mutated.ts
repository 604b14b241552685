import fc from 'fast-check';
import { utf8 } from './goodInputs';

/** Bytes of a good input changed, left out, put in, doubled or cut off. */
export const mutated = (good: Uint8Array) =>
  fc
    .array(
      fc.record({
        at: fc.nat({ max: Math.min(good.length, 4_000) - 1 }),
        remove: fc.nat({ max: 8 }),
        insert: fc.oneof(
          fc.uint8Array({ maxLength: 4 }),
          fc
            .constantFrom('"', '{', '}', '[', ']', ',', ':', '\\', '0', 'null')
            .map(utf8),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map(changes =>
      changes.reduce<Uint8Array>(
        (text, { at, remove, insert }) =>
          Buffer.concat([
            text.subarray(0, at),
            insert,
            text.subarray(at + remove),
          ]),
        good,
      ),
    );
