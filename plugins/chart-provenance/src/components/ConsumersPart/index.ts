export * from './ConsumersPart';
export * from './UsedCharts';
