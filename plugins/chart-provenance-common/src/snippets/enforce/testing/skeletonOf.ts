import { parseAllDocuments } from 'yaml';
import type { SnippetFile } from '../../../api/snippetTypes';

/** A string literal in CEL. */
const LITERAL = /'(?:[^'\\\n]|\\[^\n])*'/g;

/** The files without what others wrote in them: structure, keys, and expressions whose literals are empty. Equal for every input of one shape. */
export function skeletonOf(files: readonly SnippetFile[]): string {
  return JSON.stringify(
    files
      .filter(({ language }) => language === 'yaml')
      .map(({ text }) =>
        parseAllDocuments(text).map(document => {
          if (document.errors.length > 0) {
            throw document.errors[0];
          }
          return bare(document.toJS(), '');
        }),
      ),
  );
}

function bare(value: unknown, key: string): unknown {
  if (typeof value === 'string') {
    return key === 'expression' ? value.replace(LITERAL, "''") : typeof value;
  }
  if (Array.isArray(value)) {
    return value.map(one => bare(one, key));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        // The files in a Secret are named after keys.
        name.replace(/^[A-Za-z0-9][\w.-]*\.pub$/, 'one.pub'),
        bare(member, name),
      ]),
    );
  }
  return value;
}

/** What a CEL literal says, by the escapes that `celText` uses; anything else is an error. */
export function celValue(literal: string): string {
  const inner = /^'([^\n]*)'$/.exec(literal)?.[1] ?? '';
  return inner.replace(/\\(U[0-9a-f]{8}|.)|'/g, (whole, escape: string) => {
    if (escape?.startsWith('U')) {
      return String.fromCodePoint(parseInt(escape.slice(1), 16));
    }
    if (escape === '\\' || escape === "'") {
      return escape;
    }
    throw new Error(`${whole} ends the literal or is no escape of ours`);
  });
}
