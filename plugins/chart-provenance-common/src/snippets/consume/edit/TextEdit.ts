/** A piece of a text, and what stands there afterwards. Offsets are UTF-16 units; an empty piece is an insertion. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** In order. @throws Error when two overlap: a fault of ours */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [at, { start }] of sorted.entries()) {
    if (at > 0 && sorted[at - 1].end > start) {
      throw new Error('Edits overlap');
    }
  }
  return sorted;
}

/** The text with all edits made; whatever is outside of them stays as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of sortEdits(edits)) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
