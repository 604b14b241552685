export * from './reasons';
export * from './signerLabel';
export * from './types';
