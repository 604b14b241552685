/**
 * The backend of Chart Provenance: indexes OCI Helm charts, their signatures and SBOMs per catalog entity, and judges them
 * fail-closed.
 *
 * @packageDocumentation
 */
export { chartProvenancePlugin as default } from './plugin';
