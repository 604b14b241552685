import type {
  EntityProvenance,
  VersionDetail,
  VersionPage,
} from 'backstage-plugin-chart-provenance-common';
import { VERSION } from '../make/chart.ts';
import type { MadeCell } from '../make/MadeCell.ts';
import { ApiClient } from './ApiClient.ts';
import type { ProductView } from './ProductView.ts';
import { until } from './until.ts';

/** Waits until somebody can sign in. @throws after three minutes. */
export async function openApi(base: string): Promise<ApiClient> {
  const api = new ApiClient(base);
  await until(() => api.signIn(), 'nobody can sign in to the backend');
  return api;
}

/**
 * Waits until the cell's chart was looked at and judged, and reads what is said of it.
 *
 * @throws after three minutes, with the state it is in.
 */
export async function readProduct(
  api: ApiClient,
  { cell }: MadeCell,
): Promise<ProductView> {
  const entity = `/entities/component/default/${cell.id}`;
  let state = 'not in the index';
  const chart = await until(
    async () => {
      const answer = await api.get<EntityProvenance>(entity);
      if (typeof answer === 'number') {
        state = `the backend answers ${answer}`;
        return undefined;
      }
      const [found] = answer.charts;
      state = found?.freshness.problem?.message ?? found?.state ?? state;
      const done =
        found?.freshness.lastAttemptAt &&
        found.newest?.verdict.reason.code !== 'not-yet-judged';
      return done ? found : undefined;
    },
    () => `${cell.id} was not indexed: ${state}`,
  );
  const versions = `${entity}/charts/${chart.chartId}/versions`;
  const page = await api.get<VersionPage>(`${versions}?limit=200`);
  const items = typeof page === 'number' ? [] : page.items;
  const row = items.find(({ tags }) => tags.some(({ tag }) => tag === VERSION));
  const version = row
    ? await api.get<VersionDetail>(`${versions}/${row.digest}`)
    : 404;
  if (typeof version === 'number') {
    throw new Error(`${cell.id} has no version under the tag ${VERSION}`);
  }
  return { version };
}
