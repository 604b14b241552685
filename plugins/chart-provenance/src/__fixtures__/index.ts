export * from './builders';
export * from './consumerBuilders';
export * from './detailBuilders';
export * from './FakeChartProvenance';
export * from './inventoryBuilders';
export * from './migrationBuilders';
export * from './overviewBuilders';
export * from './statusBuilders';
