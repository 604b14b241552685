export * from './VerdictShield';
export * from './VerdictIcon';
