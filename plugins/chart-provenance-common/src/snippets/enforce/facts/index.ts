export * from './chartPlace';
export * from './gapsOf';
export * from './signersOf';
