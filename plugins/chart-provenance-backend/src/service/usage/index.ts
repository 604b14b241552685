export * from './consumedCharts';
export * from './runningLines';
export * from './summariseUsage';
export * from './tagSplits';
