export * from './findings';
export * from './unpinned';
