export * from './parseYaml';
export * from './YamlPlace';
