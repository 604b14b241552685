/**
 * Scaffolder actions for Helm charts in OCI registries.
 *
 * @packageDocumentation
 */
export { scaffolderModuleChartProvenance as default } from './module';
