import type { Snippet, SnippetHead, SnippetOption } from '../api/snippetTypes';
import { GENERATORS } from './generators';
import { SnippetError } from './SnippetError';
import { SnippetGenerator, SnippetInput } from './types';

/**
 * What there is to choose from for a chart, in the order in which pages offer it.
 *
 * @public
 */
export function listSnippets(input: SnippetInput): SnippetHead[] {
  return GENERATORS.map(one => ({
    id: one.id,
    group: one.group,
    title: one.title,
    unavailable: whyNot(one, input),
  }));
}

/** A name that one text cannot hold is no reason to offer none of the others. */
function whyNot(
  generator: SnippetGenerator,
  input: SnippetInput,
): string | null {
  try {
    const why = generator.unavailable(input);
    return why === null ? null : oneLine(why);
  } catch (error) {
    if (error instanceof SnippetError) {
      return oneLine(error.message);
    }
    throw error;
  }
}

/** Names of policies, attestations and consumers stand in sentences: each stays on its line, and holds nothing that cannot be seen. */
function oneLine(sentence: string): string {
  return sentence.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}

/**
 * One text for a chart.
 *
 * @param chosen - option → value; what is left out has its default
 * @throws SnippetError
 * @public
 */
export function makeSnippet(
  id: string,
  input: SnippetInput,
  chosen: Readonly<Record<string, string>> = {},
): Snippet {
  const generator = GENERATORS.find(one => one.id === id);
  if (!generator) {
    throw new SnippetError(
      'unknown-snippet',
      `There is no text called ${JSON.stringify(
        id.slice(0, 100),
      )}; there are ${GENERATORS.map(one => one.id).join(', ')}.`,
    );
  }
  const unavailable = whyNot(generator, input);
  if (unavailable !== null) {
    throw new SnippetError('not-available', unavailable);
  }
  const options = choose(generator, input, chosen);
  const {
    diffs = [],
    links = [],
    files,
    ...words
  } = generator.generate(
    input,
    Object.fromEntries(options.map(({ name, value }) => [name, value])),
  );
  const { group, title } = generator;
  return {
    ...{ id, group, title, files, options, diffs, links },
    guarantees: oneLine(words.guarantees),
    cannot: words.cannot.map(oneLine),
    notes: words.notes.map(oneLine),
  };
}

function choose(
  generator: SnippetGenerator,
  input: SnippetInput,
  chosen: Readonly<Record<string, string>>,
): SnippetOption[] {
  const options = generator.options(input);
  for (const name of Object.keys(chosen)) {
    if (!options.some(option => option.name === name)) {
      throw new SnippetError(
        'unknown-option',
        `${generator.title} has no option ${JSON.stringify(
          name.slice(0, 100),
        )}.`,
      );
    }
  }
  return options.map(option => {
    const value = Object.hasOwn(chosen, option.name)
      ? chosen[option.name]
      : option.value;
    if (!option.values.some(one => one.value === value)) {
      throw new SnippetError(
        'unknown-option',
        `${option.name} has no value ${JSON.stringify(
          value.slice(0, 100),
        )}; there are ${option.values.map(one => one.value).join(', ')}.`,
      );
    }
    return { ...option, value };
  });
}
