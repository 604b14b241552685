export { readDependencies } from './readDependencies';
