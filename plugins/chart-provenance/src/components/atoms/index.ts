export * from './CommandText';
export * from './CopyButton';
export * from './Digest';
export * from './EntityName';
export * from './ExactText';
export * from './Fold';
export * from './RelativeTime';
export * from './SafeLink';
