export * from './LegacyOperatorPage';
export * from './OperatorPage';
