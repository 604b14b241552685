export * from './manifests/ManifestReader';
export * from './SnippetReader';
