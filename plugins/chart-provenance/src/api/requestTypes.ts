/**
 * What every call takes besides its arguments.
 *
 * @public
 */
export interface RequestOptions {
  /** Gives up the request when it fires; the promise then rejects with an `AbortError`. */
  signal?: AbortSignal;
}

/**
 * Names one chart of one entity.
 *
 * @public
 */
export interface ChartKey {
  /** Full entity reference, e.g. `component:default/payments`. */
  entityRef: string;
  /** The chart's id as listed by {@link ChartProvenanceApi.getEntity}. */
  chartId: string;
}
