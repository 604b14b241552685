export * from './lines';
export * from './objectName';
export * from './pinOf';
export * from './trustMaterial';
export * from './versionNotes';
export * from './yamlWord';
