export * from './ChartRow';
export * from './EvidenceTableRow';
export * from './json';
export * from './TagRow';
export * from './VerdictRow';
export * from './VersionTableRow';
export * from './WorkRow';
