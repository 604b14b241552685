export * from './BriefShield';
export * from './VerdictShield';
export * from './VerdictIcon';
