import { Piece, Span } from '../text';
import { lintCommands } from './lintCommands';
import { LintContext } from './LintContext';
import { lintTerraform } from './lintTerraform';
import { lintYaml } from './lintYaml';

const SHELLS = [
  'bash',
  'sh',
  'shell',
  'zsh',
  'console',
  'shell-session',
  'sh-session',
  'terminal',
  'cli',
  'cmd',
  'text',
  'txt',
  'dockerfile',
  'docker',
  '',
];
const YAMLS = ['yaml', 'yml'];
const TERRAFORM = ['hcl', 'tf', 'terraform'];
/** A line that somebody types, after a prompt. */
const PROMPT = /^\s*(?:\$|➜|❯) /;

/** A block between fences. */
interface Block extends Span {
  language: string;
}

/** Looks at the code blocks of a Markdown text, and at commands within a line. */
export function lintMarkdown(context: LintContext): void {
  const { source } = context;
  for (const block of blocksIn(source, span => lintInline(span, context))) {
    if (YAMLS.includes(block.language)) {
      lintYaml(block, { ...context, name: '' });
    } else if (TERRAFORM.includes(block.language)) {
      lintTerraform(block, context);
    } else if (SHELLS.includes(block.language)) {
      lintShellBlock(block, context);
    }
  }
}

/** With prompts only what follows one is typed; all else is what was printed. */
function lintShellBlock(block: Block, context: LintContext): void {
  const { source } = context;
  const text = source.slice(block.start, block.end);
  if (!/helm|cosign/.test(text)) {
    return;
  }
  if (!text.split('\n').some(line => PROMPT.test(line))) {
    lintCommands(Piece.of(source, block), context);
    return;
  }
  let at = block.start;
  while (at < block.end) {
    let end = lineEnd(source, at, block.end);
    const [prompt] =
      PROMPT.exec(source.slice(at, Math.min(end, at + 40))) ?? [];
    if (prompt !== undefined) {
      while (source[end - 1] === '\\' && end < block.end) {
        end = lineEnd(source, end + 1, block.end);
      }
      lintCommands(
        Piece.of(source, { start: at + prompt.length, end }),
        context,
      );
    }
    at = end + 1;
  }
}

function lineEnd(source: string, at: number, limit: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 || end > limit ? limit : end;
}

/** Between one pair of backquotes, when it begins with the program. */
const INLINE = /(?<!`)`((?:helm|cosign) [^`\n]{1,500})`(?!`)/g;

function lintInline(span: Span, context: LintContext): void {
  const text = context.source.slice(span.start, span.end);
  for (const match of text.matchAll(INLINE)) {
    const start = span.start + match.index + 1;
    const piece = Piece.of(context.source, {
      start,
      end: start + match[1].length,
    });
    lintCommands(piece, context);
  }
}

/** The blocks between fences; `prose` gets each line that is in none. */
function blocksIn(source: string, prose: (span: Span) => void): Block[] {
  const blocks: Block[] = [];
  let open: { fence: string; language: string; start: number } | undefined;
  let at = 0;
  while (at < source.length) {
    const end = lineEnd(source, at, source.length);
    const line = source.slice(at, Math.min(end, at + 500));
    const [, fence, info] =
      /^[\s>]{0,40}(`{3,}|~{3,})\s{0,9}([^`]*)$/.exec(line) ?? [];
    if (open === undefined) {
      if (fence !== undefined) {
        const [language] = info
          .trim()
          .toLowerCase()
          .split(/[\s{,:]/, 1);
        open = { fence, language, start: end + 1 };
      } else {
        prose({ start: at, end });
      }
    } else if (fence?.startsWith(open.fence) && info.trim() === '') {
      blocks.push({
        start: open.start,
        end: Math.max(at, open.start),
        language: open.language,
      });
      open = undefined;
    }
    at = end + 1;
  }
  if (open && open.start < source.length) {
    blocks.push({
      start: open.start,
      end: source.length,
      language: open.language,
    });
  }
  return blocks;
}
