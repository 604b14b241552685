/**
 * Reads who consumes charts in the files of a Git tree, as the index does: bounded, and broken documents hide no others.
 *
 * @packageDocumentation
 */
export { readDocuments } from './readDocuments';
export type { DocumentReadings } from './readDocuments';
export type { TreeFile } from './FileTree';
export { parseYaml } from './parseYaml';
export type { YamlOutcome } from './parseYaml';
export { splitDocuments } from './splitDocuments';
export type { YamlText } from './splitDocuments';
