export * from './celText';
export * from './hclText';
export * from './identities';
export * from './plainText';
export * from './shellText';
export * from './yamlText';
