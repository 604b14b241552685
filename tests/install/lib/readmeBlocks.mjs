import { readFileSync } from 'node:fs';

/**
 * The code blocks of a Markdown file that an adopter is told to use. A block counts when the line before it is
 * `<!-- install: STEP -->`, where STEP is `run`, `append FILE`, `prepend FILE`, `insert FILE before TEXT`, or
 * `insert FILE after each TEXT`: whole lines, next to the line that has the text.
 *
 * @returns `[{system, step, code}]`; `system` is `both`, `new` or `legacy`, from `<!-- install(new): … -->`
 */
export function readmeBlocks(path) {
  const text = readFileSync(path, 'utf8');
  const pattern =
    /<!-- install(?:\((new|legacy)\))?: (.+?) -->\s*\n+```[a-z]*\n([\s\S]*?)\n```/g;
  return [...text.matchAll(pattern)].map(([, system = 'both', step, code]) => ({
    system,
    step,
    code,
  }));
}

/** Applies one block to the text of a file; throws when the place it belongs to is not there. */
export function applyStep(step, code, before, file) {
  if (step.startsWith('append ')) return `${before.trimEnd()}\n${code}\n`;
  if (step.startsWith('prepend ')) return `${code}\n${before}`;
  const [, side, each, mark] =
    /^insert \S+ (before|after) (each )?(.+)$/.exec(step) ?? [];
  if (!mark) throw new Error(`README: unknown install step "${step}"`);
  const lines = before.split('\n');
  const hits = lines.flatMap((line, index) =>
    line.includes(mark) ? [index] : [],
  );
  if (!hits.length)
    throw new Error(`README: ${file} of the stock app has no "${mark}"`);
  for (const index of (each ? hits : hits.slice(0, 1)).reverse()) {
    lines.splice(side === 'before' ? index : index + 1, 0, code);
  }
  return lines.join('\n');
}

/** The file a step changes. */
export function fileOf(step) {
  return step.split(' ')[1];
}
