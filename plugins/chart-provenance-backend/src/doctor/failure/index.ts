export { explainFailure, statusOf } from './explainFailure';
export { plainText } from './plainText';
