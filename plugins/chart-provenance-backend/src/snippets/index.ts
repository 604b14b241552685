export * from './manifests/ManifestReader';
export * from './manifests/unchangedNote';
export * from './SnippetReader';
