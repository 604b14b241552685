import { Knex } from 'knex';
import { chartKey } from '../chartKey';
import { chartRecordOf } from '../chartRecordOf';
import { Inventory, InventoryOutcome } from '../InventoryStore';
import { replaceOwnerKeys } from '../operations/discovery/replaceOwnerKeys';
import { listInventory } from '../operations/inventory/listInventory';
import { replaceEntities } from '../operations/inventory/replaceEntities';
import { unclaimCharts } from '../operations/inventory/unclaimCharts';
import { upsertCharts } from '../operations/inventory/upsertCharts';
import { replaceChartLegacy } from '../operations/legacy/replaceChartLegacy';
import { ensureWork } from '../operations/queue/ensureWork';
import { releaseLease } from '../operations/queue/releaseLease';
import { removeWork } from '../operations/queue/removeWork';
import { setState } from '../operations/state/setState';
import { deleteVerdicts } from '../operations/verdict/deleteVerdicts';
import { StoreContext } from '../reads/StoreContext';
import { ChartRow } from '../rows';
import { ChartRecord, Lease, Reschedule } from '../types';

/** Replaces the inventory in one transaction. See `InventoryStore.replace`. */
export async function replaceInventory(
  { database, now }: StoreContext,
  inventory: Inventory,
  lease: Lease,
  next: Reschedule,
): Promise<InventoryOutcome> {
  return database.transaction(async tx => {
    const at = now().toISOString();
    await releaseLease(tx, lease, next, at);
    const before = new Map(
      (await listInventory(tx)).map(row => [row.chart_id, row]),
    );
    const changed = inventory.charts.filter(chart =>
      differs(before.get(chart.chartId), chart),
    );
    await upsertCharts(tx, changed, at);
    await deleteVerdicts(tx, withOtherOwner(before, changed));
    const unclaimed = await unclaim(tx, before, inventory.charts);
    await replaceEntities(tx, inventory);
    if (inventory.locations) {
      await replaceChartLegacy(tx, inventory.locations);
    }
    if (inventory.ownerKeys) {
      await replaceOwnerKeys(tx, inventory.ownerKeys);
    }
    await ensureWork(tx, inventory.charts.map(workOf), at);
    await setState(tx, 'discovery.finishedAt', at);
    await setState(tx, 'discovery.problem', null);
    const added = changed.filter(({ chartId }) => !before.has(chartId)).length;
    return { added, changed: changed.length - added, unclaimed };
  });
}

function workOf({ chartId, registry }: ChartRecord) {
  return { key: chartKey(chartId), kind: 'chart' as const, host: registry };
}

function differs(row: ChartRow | undefined, chart: ChartRecord): boolean {
  if (!row || !row.claimed) {
    return true;
  }
  const stored = chartRecordOf(row);
  return (
    stored.owner !== chart.owner ||
    stored.knownBy !== chart.knownBy ||
    stored.expectedSource !== chart.expectedSource ||
    stored.policies.join() !== chart.policies.join() ||
    stored.requestedPolicies.join() !== chart.requestedPolicies.join() ||
    stored.conflict.join() !== chart.conflict.join()
  );
}

/** Charts that were somebody else's, or nobody's: what was decided for those says nothing to the new owner. */
function withOtherOwner(
  before: ReadonlyMap<string, ChartRow>,
  changed: readonly ChartRecord[],
): string[] {
  return changed
    .filter(({ chartId, owner }) => {
      const row = before.get(chartId);
      return row && (row.owner !== owner || !row.claimed);
    })
    .map(({ chartId }) => chartId);
}

/** Charts that nothing claims any more keep their history, and are neither read nor judged for anybody. */
async function unclaim(
  tx: Knex.Transaction,
  before: ReadonlyMap<string, ChartRow>,
  charts: readonly ChartRecord[],
): Promise<number> {
  const claimed = new Set(charts.map(({ chartId }) => chartId));
  const gone = [...before.values()]
    .filter(row => row.claimed && !claimed.has(row.chart_id))
    .map(row => row.chart_id);
  // Work goes first: whoever writes a walk holds its row before the chart's, and in the other order each would wait for the other.
  await removeWork(tx, gone.map(chartKey));
  await unclaimCharts(tx, gone);
  await deleteVerdicts(tx, gone);
  return gone.length;
}
