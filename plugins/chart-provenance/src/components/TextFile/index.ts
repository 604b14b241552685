export * from './DiffText';
export * from './TextFile';
