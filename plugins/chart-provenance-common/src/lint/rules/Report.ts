import { LintFinding } from '../../api/lintTypes';
import { HOLE, Piece, Positions, Span } from '../text';
import { printOf, ToolName } from './prints';
import { LintRule, wordsOf } from './ruleTable';

/** Something found, where, and what mends it. */
export interface Found {
  rule: LintRule;
  at: Span;
  /** Takes the place of `at`; only what is certain. */
  correction?: string;
  /** Whose words are quoted; the first that prints something unless told. `null`: nobody's. */
  tool?: ToolName | null;
  /** What the tool complains of. */
  about?: string;
}

/** Collects what rules find; nothing twice. */
export class Report {
  readonly #source: string;
  readonly #found = new Map<string, Found>();

  constructor(source: string) {
    this.#source = source;
  }

  add(found: Found): void {
    const key = keyOf(found);
    if (!this.#found.has(key)) {
      this.#found.set(key, found);
    }
  }

  /** The same about a part of a piece, corrected only where the part stands exactly so in the source. */
  part(
    rule: LintRule,
    piece: Piece,
    [from, to]: readonly [number, number],
    { correction, ...more }: Omit<Found, 'rule' | 'at'> = {},
  ): void {
    this.add({
      rule,
      at: piece.span(from, to),
      ...more,
      ...(correction !== undefined && piece.isExact(from, to)
        ? { correction }
        : {}),
    });
  }

  /** Gives the finding that was made last for a rule a text to add at an offset, in place of a correction. */
  insertion(rule: LintRule, offset: number, text: string | undefined): void {
    const found = [...this.#found.values()]
      .reverse()
      .find(one => one.rule === rule);
    if (found && text !== undefined && found.at.end <= offset) {
      const source = this.#source.slice(found.at.start, offset);
      this.#found.set(keyOf(found), {
        ...found,
        at: { start: found.at.start, end: offset },
        correction: `${source}${text}`,
      });
    }
  }

  /** In order of their place. */
  findings(positions: Positions): LintFinding[] {
    return [...this.#found.values()]
      .sort(
        (a, b) =>
          a.at.start - b.at.start ||
          a.at.end - b.at.end ||
          (a.rule < b.rule ? -1 : 1),
      )
      .map(({ rule, at, correction, tool, about = '…' }) => ({
        rule,
        ...pick(rule),
        start: positions.at(at.start),
        end: positions.at(at.end),
        tool: tool === null ? null : printOf(rule, tool, shown(about)),
        correction: correction ?? null,
        anchor: `#${rule}`,
      }));
  }
}

function keyOf({ rule, at }: Found): string {
  return `${rule} ${at.start} ${at.end}`;
}

function pick(rule: LintRule) {
  const { severity, message, fix } = wordsOf(rule);
  return { severity, message, fix };
}

function shown(about: string): string {
  return about.replaceAll(HOLE, '…').replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}
