export * from './builders';
export * from './detailBuilders';
export * from './FakeChartProvenance';
export * from './statusBuilders';
