export * from './ChartReads';
export * from './ChartStore';
export * from './ChartWrites';
export { policiesOf } from './chartRecordOf';
export { chartIdOfKey, chartKey, DISCOVERY_KEY } from './chartKey';
export * from './ConsumerStore';
export * from './DatabaseChartStore';
export * from './DatabaseChartStoreOptions';
export * from './DiscoveryStore';
export * from './DistrustStore';
export * from './GateStore';
export * from './ImageStore';
export * from './InventoryStore';
export * from './LegacyStore';
export * from './MigrationStore';
export { normaliseRepositoryUrl } from './normaliseRepositoryUrl';
export * from './SbomStore';
export * from './StoreError';
export { strictestStaleness } from './strictestStaleness';
export * from './TrustStore';
export * from './types';
export { gravestFailure } from './writes/walkProblems';
export {
  imageLooksKey,
  imagesHost,
  imagesKey,
  isLooksKey,
  legacyHost,
  listingHost,
  legacyKey,
  listingKey,
  sourceKey,
  sourcesKey,
  trustKey,
} from './workKeys';
export * from './WorkQueue';
