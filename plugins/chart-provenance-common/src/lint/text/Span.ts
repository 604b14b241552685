/** A stretch of the whole text: offsets in UTF-16 code units, `end` is the first after it. */
export interface Span {
  start: number;
  end: number;
}
