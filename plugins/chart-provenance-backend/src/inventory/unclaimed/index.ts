export { Unclaimed } from './Unclaimed';
export type { UnclaimedOptions } from './Unclaimed';
export type { UnclaimedQuery } from './page';
