import { holeLength, Piece, PiecePart } from '../../text';
import { closingOf, expansionLength } from './expansions';
import { ShellCommand, Word } from './types';

const MAX_DEPTH = 8;
/** Each is looked for to its end, so a text of nothing else would take long. */
const MAX_UNENDED = 200;
const SPACE = /[ \t\r]/;
const ENDS = ';&|\n()';

/** Reads one text, once, from left to right. */
export class ShellReader {
  readonly #piece: Piece;
  readonly #text: string;
  readonly #depth: number;
  readonly #captured: boolean;
  readonly #commands: ShellCommand[] = [];
  #at = 0;
  #unended = 0;
  #command: ShellCommand;
  /** Ends of here-documents that begin after this line. */
  #heredocs: string[] = [];

  constructor(piece: Piece, depth = 0, captured = false) {
    this.#piece = piece;
    this.#text = piece.text;
    this.#depth = depth;
    this.#captured = captured;
    this.#command = this.#open();
  }

  read(): ShellCommand[] {
    while (this.#at < this.#text.length) {
      this.#step();
    }
    this.#close();
    return this.#commands;
  }

  #step(): void {
    const character = this.#text[this.#at];
    if (SPACE.test(character)) {
      this.#at += 1;
    } else if (this.#text.startsWith('\\\n', this.#at)) {
      this.#at += 2;
    } else if (this.#text.startsWith('\\\r\n', this.#at)) {
      this.#at += 3;
    } else if (character === '#') {
      this.#skipLine();
    } else if (character === '\n') {
      this.#close();
      this.#at += 1;
      this.#skipHeredocs();
    } else if (!this.#redirect()) {
      if (ENDS.includes(character)) {
        this.#operator(character);
      } else {
        this.#word();
      }
    }
  }

  #operator(character: string): void {
    const pipe = character === '|' && this.#text[this.#at + 1] !== '|';
    if (pipe) {
      this.#command.captured = true;
      if (this.#text[this.#at + 1] === '&') {
        this.#command.redirects.push('2>&1');
        this.#at += 1;
      }
    }
    this.#close();
    this.#at += 1;
  }

  /** `>file`, `2>&1`, `<<EOF` and the like; false when there is none here. */
  #redirect(): boolean {
    const ahead = this.#text.slice(this.#at, this.#at + 12);
    const [operator] =
      /^(?:&>>?|\d?>>?&\d|\d?>>?|\d?<<<|\d?<<-?|\d?<)/.exec(ahead) ?? [];
    if (
      operator === undefined ||
      (/^\d?<$/.test(operator) && holeLength(this.#text, this.#at) > 0) ||
      (operator.includes('<<') &&
        !operator.includes('<<<') &&
        holeLength(this.#text, this.#at) > 0)
    ) {
      return false;
    }
    this.#at += operator.length;
    if (/>&\d$/.test(operator)) {
      this.#command.redirects.push(operator);
      return true;
    }
    while (SPACE.test(this.#text[this.#at] ?? '')) {
      this.#at += 1;
    }
    const target = this.#readWord();
    if (/^\d?<<-?$/.test(operator)) {
      this.#heredocs.push(target.text);
    } else if (/^(?:1?>>?|&>>?)$/.test(operator)) {
      this.#command.captured ||= target.text !== '/dev/null';
      this.#command.redirects.push(operator.startsWith('&') ? '2>&1' : '>');
    } else {
      this.#command.redirects.push(operator);
    }
    return true;
  }

  #word(): void {
    const word = this.#readWord();
    const { words, assignments } = this.#command;
    if (words.length === 0 && /^[A-Za-z_]\w*\+?=/.test(word.text)) {
      assignments.push(word.text);
    } else {
      words.push(word);
      this.#command.end = word.piece.whole.end;
    }
  }

  #readWord(): Word {
    const from = this.#at;
    const parts: PiecePart[] = [];
    let quoted = false;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at];
      const hole = this.#holeHere();
      if (hole > 0) {
        parts.push({ from: this.#at, to: this.#at + hole, hole: true });
        this.#at += hole;
      } else if (character === "'" || character === '"') {
        quoted = true;
        this.#quoted(character, parts);
      } else if (character === '\\') {
        this.#escaped(parts);
      } else if (/\s/.test(character) || `${ENDS}<>`.includes(character)) {
        break;
      } else {
        this.#literal(parts, 1);
      }
    }
    if (this.#at === from) {
      // Nothing that begins a word: taken as one, so that reading goes on.
      this.#literal(parts, 1);
    }
    const { start } = this.#piece.span(from, from + 1);
    const { end } = this.#piece.span(this.#at - 1, this.#at);
    const piece = this.#piece.compose(parts, { start, end });
    return { piece, text: piece.text, quoted };
  }

  #literal(parts: PiecePart[], length: number): void {
    const last = parts[parts.length - 1];
    const to = Math.min(this.#at + length, this.#text.length);
    if (last && !last.hole && last.to === this.#at) {
      last.to = to;
    } else {
      parts.push({ from: this.#at, to });
    }
    this.#at = to;
  }

  #escaped(parts: PiecePart[]): void {
    const isBreak = this.#text[this.#at + 1] === '\n';
    this.#at += isBreak ? 2 : 1;
    if (!isBreak && this.#at < this.#text.length) {
      this.#literal(parts, 1);
    }
  }

  #quoted(quote: string, parts: PiecePart[]): void {
    this.#at += 1;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at];
      if (character === quote) {
        this.#at += 1;
        return;
      }
      const hole = this.#holeHere(quote);
      if (hole > 0) {
        parts.push({ from: this.#at, to: this.#at + hole, hole: true });
        this.#at += hole;
      } else if (quote === '"' && character === '\\') {
        this.#escaped(parts);
      } else {
        this.#literal(parts, 1);
      }
    }
  }

  /** How much the shell, or a template around it, fills in here; commands inside are read as well. */
  #holeHere(quote?: string): number {
    const text = this.#text;
    const at = this.#at;
    if (quote === "'") {
      // The shell fills nothing in, but templates do.
      return /^(?:\$\{\{|\{\{)/.test(text.slice(at, at + 3))
        ? holeLength(text, at)
        : 0;
    }
    const length = this.#unended < MAX_UNENDED ? expansionLength(text, at) : 0;
    this.#unended += length === 0 && '$`'.includes(text[at]) ? 1 : 0;
    if (length > 0 && this.#depth < MAX_DEPTH) {
      this.#inside(at, length);
    }
    return length > 0 ? length : holeLength(text, at);
  }

  #inside(at: number, length: number): void {
    const begin = this.#text[at] === '`' ? 1 : 2;
    if (
      this.#text[at] === '`' ||
      (this.#text.startsWith('$(', at) && this.#text[at + 2] !== '(')
    ) {
      const inner = this.#piece.slice(at + begin, at + length - 1);
      const reader = new ShellReader(inner, this.#depth + 1, true);
      this.#commands.push(...reader.read());
    }
  }

  #skipLine(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #skipHeredocs(): void {
    for (const end of this.#heredocs) {
      while (this.#at < this.#text.length) {
        const stop = closingOf(this.#text, this.#at);
        const line = this.#text.slice(this.#at, stop).trim();
        this.#at = Math.min(stop + 1, this.#text.length);
        if (line === end) {
          break;
        }
      }
    }
    this.#heredocs = [];
  }

  #open(): ShellCommand {
    return {
      words: [],
      assignments: [],
      redirects: [],
      captured: this.#captured,
      end: 0,
    };
  }

  #close(): void {
    const command = this.#command;
    if (command.words.length > 0) {
      this.#commands.push(command);
    }
    this.#command = this.#open();
  }
}
