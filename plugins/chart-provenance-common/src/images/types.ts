/**
 * An image as a list names it, before anybody looked at its registry.
 *
 * @public
 */
export interface FoundImage {
  /** As it stands where it was found; one line, at most 500 characters. */
  written: string;
  /** `registry/repository` with Docker's defaults filled in. */
  name: string;
  /** Null where there is none to tell: named by digest alone, or left to a template. */
  tag: string | null;
  /** `sha256:…`; it wins over the tag. */
  digest: string | null;
  /** Kinds and names of the objects that hold it, at most 20. */
  usedBy: string[];
}

/**
 * Images that were found in one place.
 *
 * @public
 */
export interface ImageList {
  /** Each name, tag and digest once; by name, tag, digest; at most 200. */
  items: FoundImage[];
  /** One sentence: why there may be more, or others; null when it is whole. */
  problem: string | null;
  /** There were more than are kept. */
  cut: boolean;
}

/**
 * Where a list of images can be from, the surest first.
 *
 * @public
 */
export type ImageOrigin = 'rendered' | 'sbom' | 'annotation' | 'values';
