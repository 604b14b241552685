export * from './compareComponents';
export * from './filterRows';
export * from './summariseComponents';
