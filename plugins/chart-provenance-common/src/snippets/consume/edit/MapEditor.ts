import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  Pair,
  Scalar,
  visit,
  YAMLMap,
} from 'yaml';
import { indented, yamlWord } from '../facts';
import { EditError } from './EditError';
import { TextEdit } from './TextEdit';

/** A pair with its places in the text. */
interface PlacedPair {
  key: string;
  /** Where the key begins. */
  start: number;
  pair: Pair;
}

/**
 * One block map in a manifest, read and changed by the places of its nodes: nothing is written anew, so that comments, order and quotes
 * stay. What could be changed in more places than it stands (anchors, aliases, merge keys, two equal keys) is not changed at all.
 */
export class MapEditor {
  private readonly pairs: PlacedPair[];

  constructor(
    private readonly text: string,
    map: YAMLMap,
    private readonly edits: TextEdit[],
    private readonly name: string,
  ) {
    this.pairs = map.items.map(pair => {
      const { key } = pair;
      if (!isScalar(key) || !key.range || key.value === '<<') {
        throw new EditError(
          `${name} has a key that is no text, or a merge key`,
        );
      }
      return { key: String(key.value), start: key.range[0], pair };
    });
    if (map.flow) {
      throw new EditError(`${name} is written with braces`);
    }
    if (map.anchor !== undefined || map.tag !== undefined) {
      throw new EditError(`${name} is shared by an anchor, or has a tag`);
    }
  }

  has(key: string): boolean {
    return this.find(key) !== undefined;
  }

  keys(): string[] {
    return this.pairs.map(({ key }) => key);
  }

  /** The text of a scalar, as written (`1.10` and not 1.1); undefined without one. @throws EditError for anything else */
  scalar(key: string): string | undefined {
    const found = this.find(key);
    return found && textOf(this.placed(found));
  }

  /** A block map below. @throws EditError unless there is one */
  map(key: string): MapEditor {
    const found = this.find(key);
    if (!found || !isMap(found.pair.value)) {
      throw new EditError(`${this.name} has no map called ${key}`);
    }
    return this.below(found.pair.value, key);
  }

  /** The same, where it may be missing. */
  mapOrNone(key: string): MapEditor | undefined {
    return this.has(key) ? this.map(key) : undefined;
  }

  /** The entries of a sequence, as block maps. @throws EditError unless it is one of such */
  maps(key: string): MapEditor[] {
    const seq = this.find(key)?.pair.value;
    if (!isSeq(seq) || seq.flow || seq.anchor !== undefined) {
      throw new EditError(`${this.name}.${key} is no list in block style`);
    }
    return seq.items.map((item, at) => {
      if (!isMap(item)) {
        throw new EditError(`${this.name}.${key} holds what is no map`);
      }
      return this.below(item, `${key}[${at}]`);
    });
  }

  /** Puts another scalar in place of one, and a comment behind it. Comments that are there stay, but for one that tells a version. */
  set(key: string, value: string, comment?: { text: string }): void {
    const found = this.required(key);
    const [start, end] = this.placed(found).range;
    this.write(start, end, yamlWord(value), comment);
  }

  /** Puts another pair in place of one that is a scalar, on the same line. */
  replace(key: string, other: string, value: string): void {
    const found = this.required(key);
    const { range } = this.placed(found);
    this.edits.push({
      start: found.start,
      end: range[1],
      text: `${other}: ${yamlWord(value)}`,
    });
  }

  /** Adds lines below a pair, as deep as its key. */
  insertAfter(key: string, lines: readonly string[]): void {
    const found = this.required(key);
    const end = this.endOf(found);
    const eol = eolOf(this.text);
    const added = indented(this.column(found), lines).join(eol);
    this.edits.push({ start: end, end, text: `${eol}${added}` });
  }

  /** Puts lines in place of a pair and all that is below it, the comments there included. */
  replaceBlock(key: string, lines: readonly string[]): void {
    const found = this.required(key);
    if (holdsAnchor(found.pair)) {
      throw new EditError(
        `${this.name}.${key} holds an anchor, which may be used elsewhere`,
      );
    }
    const eol = eolOf(this.text);
    const [first, ...more] = indented(this.column(found), lines);
    this.edits.push({
      start: found.start,
      end: this.endOf(found),
      text: [first.trimStart(), ...more].join(eol),
    });
  }

  /** What stands between the key of a pair and its end. */
  source(key: string): string {
    const found = this.required(key);
    return this.text.slice(found.start, this.endOf(found));
  }

  private below(map: YAMLMap, name: string): MapEditor {
    return new MapEditor(this.text, map, this.edits, `${this.name}.${name}`);
  }

  private find(key: string): PlacedPair | undefined {
    const found = this.pairs.filter(pair => pair.key === key);
    if (found.length > 1) {
      throw new EditError(`${this.name} has ${key} twice`);
    }
    return found[0];
  }

  private required(key: string): PlacedPair {
    const found = this.find(key);
    if (!found) {
      throw new EditError(`${this.name} has no ${key}`);
    }
    return found;
  }

  private placed({ key, pair }: PlacedPair): Scalar & {
    range: [number, number, number];
  } {
    const { value } = pair;
    if (
      !isScalar(value) ||
      !value.range ||
      value.anchor !== undefined ||
      value.tag !== undefined ||
      this.text.slice(value.range[0], value.range[1]).includes('\n')
    ) {
      throw new EditError(
        `${this.name}.${key} is no plain text on one line, or is shared by an anchor`,
      );
    }
    return Object.assign(value, { range: value.range });
  }

  /** Spaces before the key, or as many characters where an entry of a list begins on its line. */
  private column({ start, key }: PlacedPair): number {
    const line = this.text.slice(
      this.text.lastIndexOf('\n', start - 1) + 1,
      start,
    );
    if (!/^(?:\uFEFF)? *(?:- +)*$/.test(line)) {
      throw new EditError(`${this.name}.${key} does not begin its line`);
    }
    return line.replace('\uFEFF', '').length;
  }

  /** End of the last line of a pair, without its line break. */
  private endOf({ start, pair, key }: PlacedPair): number {
    const value = pair.value;
    const range =
      isScalar(value) || isMap(value) || isSeq(value) ? value.range : undefined;
    if (!range) {
      throw new EditError(
        `${this.name}.${key} has nothing that can be followed`,
      );
    }
    const last = start + this.text.slice(start, range[1]).trimEnd().length;
    const end = this.text.indexOf('\n', last);
    const line = end === -1 ? this.text.length : end;
    return this.text[line - 1] === '\r' ? line - 1 : line;
  }

  private write(
    start: number,
    end: number,
    value: string,
    comment?: { text: string },
  ): void {
    if (comment === undefined) {
      this.edits.push({ start, end, text: value });
      return;
    }
    const [rest] = /^[^\r\n]*/.exec(this.text.slice(end)) ?? [''];
    const [, told] = /^[ \t]+#[ \t]*(\S+)[ \t]*$/.exec(rest) ?? [];
    const ours = told !== undefined && /^v?\d+\.\d+\.\d+\S*$/.test(told);
    this.edits.push({
      start,
      end: ours ? end + rest.length : end,
      text: `${value} # ${comment.text}`,
    });
  }
}

function holdsAnchor({ key, value }: Pair): boolean {
  let found = isNode(key) && 'anchor' in key && key.anchor !== undefined;
  if (!isNode(value)) {
    return found;
  }
  visit(value, {
    Node(_, node) {
      found ||= 'anchor' in node && node.anchor !== undefined;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

function textOf(node: Scalar): string | undefined {
  if (node.value === null) {
    return undefined;
  }
  return typeof node.value === 'string'
    ? node.value
    : node.source ?? String(node.value);
}

/** The line break that a text is written with. */
export function eolOf(text: string): string {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}
