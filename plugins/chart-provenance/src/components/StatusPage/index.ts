export * from './LegacyStatusPage';
export * from './StatusPage';
