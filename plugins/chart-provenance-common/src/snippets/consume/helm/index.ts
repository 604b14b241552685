export * from './chartDependency';
export * from './helmCli';
