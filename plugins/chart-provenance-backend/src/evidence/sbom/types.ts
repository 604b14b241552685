import {
  SbomComponent,
  SbomDocument,
} from 'backstage-plugin-chart-provenance-common';

/**
 * What an SBOM holds, read within bounds; whoever wrote it.
 *
 * @internal
 */
export interface ReadSbom
  extends Pick<
    SbomDocument,
    'label' | 'createdAt' | 'tools' | 'componentCount' | 'cut' | 'problem'
  > {
  components: SbomComponent[];
}

/**
 * An SBOM as it is stored: it is packed where it was read, which is not on the thread that answers people.
 *
 * @internal
 */
export interface PackedSbom extends Omit<ReadSbom, 'components'> {
  /** gzip of the JSON array of components. */
  components: Uint8Array;
}
