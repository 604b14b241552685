/** What a JSON text may hold. */
export interface JsonLimits {
  maxBytes: number;
  maxDepth: number;
  /** Members and elements in all. */
  maxNodes: number;
  /** Bytes in all but the string that is looked for. None by default. */
  maxRest?: number;
  /** Depth of objects up to which no name may be there twice: 1 is the outermost. All of them by default. */
  uniqueTo?: number;
}

/** Part of a text: from `start` up to, and without, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** What was found without parsing. */
export interface JsonScan {
  /** Which limit is exceeded, in words; nothing else was looked at. */
  exceeded?: string;
  /** A name that stands twice in one object. */
  repeated?: string;
  /** The values of the outermost object, by name; of a text that is not well-formed, anything. */
  members: Map<string, Span>;
  /** What stands between the quotes of the string asked for. */
  found?: Span;
}
