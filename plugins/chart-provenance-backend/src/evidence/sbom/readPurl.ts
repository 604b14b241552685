import { PackageURL } from 'packageurl-js';
import { MAX_TEXT } from '../json/members';

/** A package URL in its one canonical form, and what it says that a component may not. */
export interface Purl {
  text: string;
  type: string;
  name: string;
  version: string | undefined;
}

/**
 * Reads a package URL; undefined for what is none, or is longer than is kept: cut, it would name something else.
 *
 * @see https://github.com/package-url/purl-spec
 */
export function readPurl(written: unknown): Purl | undefined {
  if (typeof written !== 'string' || written.length > MAX_TEXT) {
    return undefined;
  }
  try {
    const url = PackageURL.fromString(written);
    const text = url.toString();
    return text.length > MAX_TEXT
      ? undefined
      : { text, type: url.type, name: url.name, version: url.version };
  } catch {
    return undefined;
  }
}
