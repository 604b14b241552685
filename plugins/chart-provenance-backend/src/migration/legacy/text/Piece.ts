/** A part of an index that can be read on its own. Offsets are of its bytes. */
export type Piece =
  /** One version: an item of a chart's list. */
  | {
      kind: 'entry';
      chart: string;
      /** Place in the list, from 0. */
      position: number;
      line: number;
      start: number;
      end: number;
    }
  /** A chart with its whole list, which is not written line by line. */
  | { kind: 'chart'; chart: string; line: number; start: number; end: number }
  | { kind: 'apiVersion'; text: string }
  /** The index has entries, were they none. */
  | { kind: 'entries' }
  /** `chart`: the only one that it concerns. */
  | { kind: 'problem'; where: string; message: string; chart?: string }
  /** Nothing yet; so that whoever reads can let others go first. */
  | { kind: 'pause' }
  /** It is not in the layout that this reader knows; what it gave so far does not count. */
  | { kind: 'otherLayout' };
