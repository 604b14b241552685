/** One document of a YAML file. */
export interface YamlText {
  /** Counted from 1, as people count them: what stands before the first `---` is the first, if it holds anything. */
  number: number;
  text: string;
}

/**
 * Splits a file at its document markers. A line that begins with `---` or `...` ends a document wherever it stands, even inside of quotes, so
 * a document that is broken cannot swallow the next one.
 *
 * @see https://yaml.org/spec/1.2.2/#912-document-markers
 */
export function splitDocuments(file: string): YamlText[] {
  const documents: YamlText[] = [];
  for (const text of file
    .replace(/^\uFEFF/, '')
    .split(/^(?:---|\.\.\.)(?=\s|$)/m)) {
    if (holdsSomething(text)) {
      documents.push({ number: documents.length + 1, text });
    }
  }
  return documents;
}

/** Comments and directives are nothing. */
function holdsSomething(text: string): boolean {
  return /^[^\S\n]*[^\s#%]/m.test(text);
}
