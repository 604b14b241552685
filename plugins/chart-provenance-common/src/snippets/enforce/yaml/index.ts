export * from './toYaml';
export * from './YamlValue';
