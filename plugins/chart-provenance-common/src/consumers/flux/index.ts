export { FluxObjects } from './FluxObjects';
export { readFlux } from './readFlux';
export { SourceUsers } from './SourceUsers';
