export { createAnnotationConsumers } from './createAnnotationConsumers';
export type { AnnotationConsumersOptions } from './createAnnotationConsumers';
