import { BuildFacts } from 'backstage-plugin-chart-provenance-common';
import { exactText, member, plainText, textOf } from '../../evidence';

/** Something that went into a build. */
export interface Material {
  /** As it is, or not at all: the judge may ask for it. */
  uri: string;
  digest: string | undefined;
}

const MAX_MATERIALS = 64;
/** A commit goes before hashes of other things. */
const PREFERRED = ['gitCommit', 'sha1', 'sha256', 'sha512'];

/** Reads `{uri, digest}`; undefined for what names nothing. */
export function materialOf(written: unknown): Material | undefined {
  const uri = exactText(written, 'uri');
  return uri === undefined
    ? undefined
    : { uri, digest: digestOf(member(written, 'digest')) };
}

/** The digest of a set that says most, e.g. `gitCommit:4f1c…`. */
export function digestOf(digests: unknown): string | undefined {
  const [name] = [
    ...PREFERRED,
    ...Object.keys(Object(digests)).slice(0, 8),
  ].filter(algorithm => exactText(digests, algorithm) !== undefined);
  return name === undefined
    ? undefined
    : plainText(`${name}:${textOf(digests, name)}`);
}

/** Materials as they are shown. */
export function shownMaterials(
  written: unknown[],
): Pick<BuildFacts, 'materials'> & { cut: boolean } {
  const materials = written.slice(0, MAX_MATERIALS).flatMap(each => {
    const uri = textOf(each, 'uri') || textOf(each, 'name');
    const digest = digestOf(member(each, 'digest'));
    return uri ? [{ uri, ...(digest ? { digest } : {}) }] : [];
  });
  return { materials, cut: written.length > MAX_MATERIALS };
}
