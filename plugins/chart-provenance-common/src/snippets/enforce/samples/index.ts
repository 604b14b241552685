export * from './argoSamples';
export * from './fluxSamples';
export * from './Sample';
export * from './sampleFiles';
export * from './unknownSamples';
