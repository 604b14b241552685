export { createImageIndexing } from './createImageIndexing';
export type { ImageIndexing } from './createImageIndexing';
export { ImageJudge } from './ImageJudge';
export { ImageReader } from './ImageReader';
export { ImageRules } from './ImageRules';
