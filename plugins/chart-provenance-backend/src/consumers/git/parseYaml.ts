import { parseDocument, visit } from 'yaml';

/** Longer documents would keep the process from its other work for too long: parsing is not done in pieces. */
const MAX_LENGTH = 128 * 1024;
const MAX_ALIASES = 100;

/** What a document holds, or why it cannot be told. */
export type YamlOutcome = { value: unknown } | { problem: string };

/**
 * Parses one document as the tools that deploy it do: merge keys are merged, and of two equal keys the last one counts. Aliases are few, so
 * that a small text cannot become a large value. Never throws.
 */
export function parseYaml(text: string): YamlOutcome {
  if (text.length > MAX_LENGTH) {
    return { problem: `It has more than ${MAX_LENGTH / 1024} KiB.` };
  }
  try {
    const document = parseDocument(text, {
      logLevel: 'silent',
      prettyErrors: false,
      merge: true,
      // Comparing each key with all others takes time by the square.
      uniqueKeys: false,
    });
    const [error] = document.errors;
    if (error) {
      return { problem: `It is not YAML: ${error.message}` };
    }
    let aliases = 0;
    visit(document, {
      Alias() {
        aliases += 1;
        return aliases > MAX_ALIASES ? visit.BREAK : undefined;
      },
    });
    return aliases > MAX_ALIASES
      ? { problem: `It has more than ${MAX_ALIASES} aliases.` }
      : { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch {
    return { problem: 'It is nested too deeply, or its aliases go too far.' };
  }
}
