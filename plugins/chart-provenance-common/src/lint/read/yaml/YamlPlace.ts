import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Node,
  Pair,
  Scalar,
  YAMLMap,
} from 'yaml';
import { Piece, Span, withHoles } from '../../text';
import { pieceOfScalar } from './pieceOfScalar';

const MAX_DEPTH = 64;
const MAX_ENTRIES = 2_000;

/** A node of a YAML document, and where it stands. Aliases are never followed: what they stand for is unknown. */
export class YamlPlace {
  readonly source: string;
  readonly node: Node;
  /** Where the document begins in the source. */
  readonly #base: number;

  constructor(source: string, base: number, node: Node) {
    this.source = source;
    this.node = node;
    this.#base = base;
  }

  /** What stands at a path. */
  at(...path: readonly string[]): YamlPlace | undefined {
    const [key, ...rest] = path;
    if (key === undefined) {
      return this;
    }
    return this.#child(key)?.at(...rest);
  }

  /** Is there nothing under a key, for certain? An alias or a merge could bring it. */
  lacks(key: string): boolean {
    const { node } = this;
    return (
      isMap(node) &&
      this.#pair(key) === undefined &&
      !node.items.some(pair => keyOf(pair) === '<<' || isAlias(pair.key))
    );
  }

  /** Where a key itself stands. */
  keySpan(key: string): Span | undefined {
    const found = this.#pair(key)?.key;
    return isScalar(found) && found.range
      ? { start: this.#base + found.range[0], end: this.#base + found.range[1] }
      : undefined;
  }

  /** The entries of a list; none for anything else. */
  get items(): YamlPlace[] {
    return isSeq(this.node)
      ? this.node.items
          .slice(0, MAX_ENTRIES)
          .flatMap(item => this.#placeOf(item) ?? [])
      : [];
  }

  /** The keys of an object, with what stands under them. */
  get entries(): { key: string; place: YamlPlace }[] {
    if (!isMap(this.node)) {
      return [];
    }
    return this.node.items.slice(0, MAX_ENTRIES).flatMap(pair => {
      const key = keyOf(pair);
      const place = this.#placeOf(pair.value);
      return key === undefined || place === undefined ? [] : [{ key, place }];
    });
  }

  /** Its text, as YAML reads it; undefined for what is no text. What is filled in later is a hole. */
  get piece(): Piece | undefined {
    const { node } = this;
    return isScalar(node) && typeof node.value === 'string'
      ? withHoles(this.#scalar(node, node.value))
      : undefined;
  }

  /** The same, with nothing made a hole: for text of another language. */
  get rawPiece(): Piece | undefined {
    const { node } = this;
    return isScalar(node) && typeof node.value === 'string'
      ? this.#scalar(node, node.value)
      : undefined;
  }

  /** Text, or a number as it is written. */
  get written(): Piece | undefined {
    const { node } = this;
    if (isScalar(node) && typeof node.value === 'number') {
      return Piece.of(this.source, this.span);
    }
    return this.piece;
  }

  get span(): Span {
    const [start, end] = this.node.range ?? [0, 0];
    return { start: this.#base + start, end: this.#base + end };
  }

  /** The text at a path. */
  pieceAt(...path: readonly string[]): Piece | undefined {
    return this.at(...path)?.piece;
  }

  /** The text at a path as a string; undefined for what is filled in later too. */
  textAt(...path: readonly string[]): string | undefined {
    const value = this.at(...path)?.value();
    return typeof value === 'string' ? value : undefined;
  }

  /** As plain data; undefined for aliases and for what lies too deep. */
  value(depth = 0): unknown {
    const { node } = this;
    if (isScalar(node)) {
      return node.value;
    }
    if (depth >= MAX_DEPTH) {
      return undefined;
    }
    if (isSeq(node)) {
      return this.items.map(item => item.value(depth + 1));
    }
    return isMap(node)
      ? Object.fromEntries(
          this.entries.map(({ key, place }) => [key, place.value(depth + 1)]),
        )
      : undefined;
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  /** Is it written in lines, so that one can be added? */
  get isBlock(): boolean {
    return isMap(this.node) && this.node.flow !== true;
  }

  #child(key: string): YamlPlace | undefined {
    return this.#placeOf(this.#pair(key)?.value);
  }

  #pair(key: string): Pair | undefined {
    return isMap(this.node) ? pairOf(this.node, key) : undefined;
  }

  #placeOf(node: unknown): YamlPlace | undefined {
    return isScalar(node) || isMap(node) || isSeq(node)
      ? new YamlPlace(this.source, this.#base, node)
      : undefined;
  }

  #scalar(node: Scalar, text: string): Piece {
    return pieceOfScalar(this.source, this.#base, node, text);
  }
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(pair => keyOf(pair) === key);
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) && typeof pair.key.value === 'string'
    ? pair.key.value
    : undefined;
}
