export * from './makeSnippet';
export * from './SnippetError';
export * from './summariseSnippet';
export * from './types';
