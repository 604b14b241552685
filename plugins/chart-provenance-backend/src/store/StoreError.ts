/** Why the store refused. Closed. */
export type StoreErrorCode =
  | 'lease-lost'
  | 'unsupported-database'
  | 'unsafe-database-path'
  | 'unknown-chart'
  | 'overloaded';

/** A refusal of the store. Compare `code`, across packages also `name`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(readonly code: StoreErrorCode, message: string) {
    super(message);
  }
}
