import type { GeneratedText, SnippetInput } from '../../types';
import { enforceGenerators } from '../index';

/** The text with defaults for what is not chosen. */
export function generate(
  id: string,
  input: SnippetInput,
  chosen: Record<string, string> = {},
): GeneratedText {
  const generator = enforceGenerators.find(one => one.id === id);
  if (!generator) {
    throw new Error(`there is no generator ${id}`);
  }
  const defaults = generator
    .options(input)
    .map(({ name, value }) => [name, value]);
  return generator.generate(input, {
    ...Object.fromEntries(defaults),
    ...chosen,
  });
}

/** Why it cannot be made. */
export function unavailable(id: string, input: SnippetInput): string | null {
  return (
    enforceGenerators.find(one => one.id === id)?.unavailable(input) ?? null
  );
}
