export * from './migrationMarkdown';
