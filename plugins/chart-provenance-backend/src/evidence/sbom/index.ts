export { packSbom } from './packSbom';
export { readRawSbom } from './readRawSbom';
export { readSbom } from './readSbom';
export type { PackedSbom, ReadSbom } from './types';
export { unreadSbom } from './unreadSbom';
