export * from './chooseImages';
export * from './ManifestImages';
export * from './parseImageReference';
export * from './readNamedImages';
export * from './readValuesImages';
export * from './types';
