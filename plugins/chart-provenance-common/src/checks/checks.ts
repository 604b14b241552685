import { consumersPinned } from './consumersPinned';
import { consumersReadable } from './consumersReadable';
import { inOci } from './inOci';
import { legacyReadable } from './legacyReadable';
import { noMovedTags } from './noMovedTags';
import { offLegacy } from './offLegacy';
import { parity } from './parity';
import { provenance } from './provenance';
import { sbom } from './sbom';
import { signed } from './signed';
import type { ChartCheck, SharedCheck } from './types';

/** The checks of one chart, in the order in which they are shown. */
export const CHART_CHECKS: readonly ChartCheck[] = [
  inOci,
  parity,
  signed,
  sbom,
  provenance,
  noMovedTags,
  consumersPinned,
  offLegacy,
];

/** The checks that are decided once, and inherited. */
export const SHARED_CHECKS: readonly SharedCheck[] = [
  consumersReadable,
  legacyReadable,
];

/**
 * Ids of all checks: what a manual item may be contradicted by, and what none may be called.
 *
 * @public
 */
export const CHECK_IDS: readonly string[] = [
  ...CHART_CHECKS,
  ...SHARED_CHECKS,
].map(({ id }) => id);
