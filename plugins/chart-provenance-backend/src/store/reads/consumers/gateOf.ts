import {
  ConsumerGate,
  GateReading,
} from 'backstage-plugin-chart-provenance-common';
import { compareGate } from 'backstage-plugin-chart-provenance-common/consumers';
import { StoreContext } from '../StoreContext';
import { ChartUse } from './ChartUse';

/** What stands before a consumer, compared with the policies of the chart; with none where the chart is not in the inventory. */
export function gateOf(
  gate: GateReading,
  chart: ChartUse | undefined,
  { publicRoots }: Pick<StoreContext, 'publicRoots'>,
): ConsumerGate {
  return compareGate(gate, chart?.policies ?? [], { publicRoots });
}
