import {
  SbomComponent,
  SbomComponentKind,
} from 'backstage-plugin-chart-provenance-common';
import { plainText } from '../json/members';
import { Purl, readPurl } from './readPurl';

/** What either format says of a component. */
export interface WrittenComponent {
  name: string;
  version: string;
  kind: SbomComponentKind;
  purl: unknown;
  licences: string[];
  /** Hexadecimal digits of its SHA-256, where it is told. */
  sha256: string;
}

const KIND_OF_TYPE: Partial<Record<string, SbomComponentKind>> = {
  oci: 'image',
  docker: 'image',
  helm: 'chart',
};

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** One component. A nameless one is kept: who writes an SBOM could otherwise hide what its readers count. */
export function componentOf(written: WrittenComponent): SbomComponent {
  const purl = readPurl(written.purl);
  const kind = (purl && KIND_OF_TYPE[purl.type]) ?? written.kind;
  return {
    name: written.name || plainText(purl?.name) || '(no name)',
    version: written.version || plainText(purl?.version),
    kind,
    purl: purl?.text ?? null,
    licences: written.licences,
    digest: digestOf(written, kind, purl),
  };
}

/** An image is named by its manifest: by its package URL, or as the version that some tools write; the hash may be of anything. */
function digestOf(
  { version, sha256 }: WrittenComponent,
  kind: SbomComponentKind,
  purl: Purl | undefined,
): string | null {
  const hash = `sha256:${sha256.toLowerCase()}`;
  const candidates = kind === 'image' ? [purl?.version, version, hash] : [hash];
  return candidates.find(each => each && DIGEST.test(each)) ?? null;
}
