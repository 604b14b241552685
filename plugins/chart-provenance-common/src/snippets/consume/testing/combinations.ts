import type { SnippetGenerator, SnippetInput } from '../../types';

/** Every combination of a generator's options. */
export function combinations(
  generator: SnippetGenerator,
  input: SnippetInput,
): Record<string, string>[] {
  return generator
    .options(input)
    .reduce<Record<string, string>[]>(
      (all, { name, values }) =>
        all.flatMap(one =>
          values.map(({ value }) => ({ ...one, [name]: value })),
        ),
      [{}],
    );
}
