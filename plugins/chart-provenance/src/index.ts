/**
 * Shows what is signed, by whom and from which source, on each component's page.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './isChartProvenanceAvailable';
export * from './plugin';
