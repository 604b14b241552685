import assert from 'node:assert/strict';
import type {
  ConsumerList,
  ConsumerSourceStatus,
  EntityProvenance,
} from 'backstage-plugin-chart-provenance-common';
import type { ApiClient } from '../bench/product/ApiClient.ts';
import { until } from '../bench/product/until.ts';
import {
  createReadOnlyAccount,
  shippedRole,
} from '../services/kubernetes/readOnlyAccount.ts';
import { pathOf } from '../services/kubernetes/resources.ts';
import { compareRows } from './compareRows.ts';
import type { expectedConsumers } from './expected.ts';
import { BROKEN_NAMES } from './manifests/neighbours.ts';
import type { ClusterGround } from './startGround.ts';

const HELM_RELEASES = 'helmreleases';

/** The consumers of a chart as a signed-in user gets them, once `isDone`. @throws after three minutes with what was different. */
export async function consumersOf(
  api: ApiClient,
  component: string,
  chart: string,
  isDone: (list: ConsumerList) => string[],
): Promise<ConsumerList> {
  const entity = `/entities/component/default/${component}`;
  let words = ['nothing was answered'];
  return until(
    async () => {
      const answer = await api.get<EntityProvenance>(entity);
      if (typeof answer === 'number') {
        words = [`${entity} answers ${answer}`];
        return undefined;
      }
      const found = answer.charts.find(({ repository }) =>
        repository.endsWith(`/${chart}`),
      );
      if (found === undefined) {
        words = [`${chart} is not in the index`];
        return undefined;
      }
      const path = `${entity}/charts/${found.chartId}/consumers`;
      const list = await api.get<ConsumerList>(path);
      words =
        typeof list === 'number' ? [`${path} answers ${list}`] : isDone(list);
      return typeof list !== 'number' && words.length === 0 ? list : undefined;
    },
    () => words.join('\n'),
  );
}

/** Every consumer of the chart is there as it must be, and nothing else. */
export async function hasConsumers(
  api: ApiClient,
  { component, chart, rows }: ReturnType<typeof expectedConsumers>[number],
): Promise<void> {
  await consumersOf(api, component, chart, list => compareRows(rows, list));
}

/** Objects that cannot be read are named, and the cluster that only people can read is no cluster without consumers. */
export async function tellsWhatItCouldNotRead(api: ApiClient): Promise<void> {
  const { sources } = await consumersOf(api, 'ledger', 'ledger', list =>
    [...list.sources].filter(({ id }) => id.startsWith('kubernetes:')).length >=
    3
      ? []
      : [`sources: ${list.sources.map(({ id }) => id).join(', ')}`],
  );
  for (const id of ['kubernetes:prod-eu', 'kubernetes:staging']) {
    const { documents } = sourceOf(sources, id);
    for (const name of BROKEN_NAMES) {
      assert.ok(
        documents.some(({ where }) => where.includes(name)),
        `${id} does not name ${name}: ${JSON.stringify(documents)}`,
      );
    }
  }
  const inGit = sources.filter(({ provider }) => provider === 'git');
  assert.match(
    JSON.stringify(inGit.flatMap(({ documents }) => documents)),
    /edge\/broken\.yaml/,
  );
  const { problem } = sourceOf(sources, 'kubernetes:people-only');
  assert.match(problem?.message ?? '', /google/);
}

/** With one kind's permission taken away the source says which, and deletes nothing. */
export async function tellsWhatItMayNotRead({
  api,
  staging,
}: ClusterGround): Promise<void> {
  const role = shippedRole();
  const rules = role.rules
    .map(rule => ({
      ...rule,
      resources: rule.resources.filter(it => it !== HELM_RELEASES),
    }))
    .filter(({ resources }) => resources.length > 0);
  await staging.admin.replace(pathOf(role), { ...role, rules });
  const incomplete = (list: ConsumerList) => {
    const { problem } = sourceOf(list.sources, 'kubernetes:staging');
    return problem?.message.toLowerCase().includes('helmrelease')
      ? []
      : [`the source says: ${JSON.stringify(problem)}`];
  };
  try {
    const { items } = await consumersOf(api, 'ledger', 'ledger', incomplete);
    const release = items.find(
      ({ kind, where }) =>
        kind === 'HelmRelease' && where.source === 'kubernetes:staging',
    );
    assert.equal(release?.stale, true, 'the HelmRelease is not shown as stale');
  } finally {
    await createReadOnlyAccount(staging.admin, role);
  }
  await consumersOf(api, 'ledger', 'ledger', ({ items, sources }) =>
    sourceOf(sources, 'kubernetes:staging').problem === null &&
    items.every(({ stale }) => !stale)
      ? []
      : ['with the permission back it is not read again'],
  );
}

function sourceOf(
  sources: readonly ConsumerSourceStatus[],
  id: string,
): ConsumerSourceStatus {
  const found = sources.find(source => source.id === id);
  assert.ok(found, `there is no source ${id}`);
  return found;
}
