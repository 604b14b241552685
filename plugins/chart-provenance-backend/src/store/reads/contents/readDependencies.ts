import {
  ChartFacts,
  ContainedChart,
  normaliseRegistryHost,
} from 'backstage-plugin-chart-provenance-common';
import { listChartsIn } from '../../operations/chart/listChartsIn';
import { findTagged } from '../../operations/tag/findTagged';
import { ChartRow } from '../../rows';
import { shownVerdict, viewOf } from '../ChartView';
import { storedVerdict } from '../readVersionRows';
import { StoreContext } from '../StoreContext';

type Dependency = ChartFacts['dependencies'][number];

const OCI = /^oci:\/\/([^/\s]+)\/(.+?)\/?$/;
/** What Helm takes for one version; anything else is a range, and what it resolved to is not in the chart's config. */
const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** The charts inside of a chart, with what is known of each in the index; whoever may see that. */
export async function readDependencies(
  context: StoreContext,
  dependencies: readonly Dependency[],
): Promise<ContainedChart[]> {
  const places = dependencies.map(placeOf);
  const repositories = new Set(
    places.flatMap(place => place?.repository ?? []),
  );
  const charts = await listChartsIn(context.database, [...repositories]);
  const contained: ContainedChart[] = [];
  for (const [index, dependency] of dependencies.entries()) {
    const place = places[index];
    const chart = place && charts.find(row => isAt(row, place));
    contained.push({
      ...dependency,
      known: chart ? await readKnown(context, chart, dependency) : null,
    });
  }
  return contained;
}

interface Place {
  host: string;
  repository: string;
}

/** `repository` of a dependency goes without the chart's name, which is added to it as it is. */
function placeOf({ name, repository }: Dependency): Place | undefined {
  const [, host, path] = OCI.exec(repository ?? '') ?? [];
  return host
    ? { host: normaliseRegistryHost(host), repository: `${path}/${name}` }
    : undefined;
}

function isAt(row: ChartRow, { host, repository }: Place): boolean {
  return (
    row.repository === repository &&
    normaliseRegistryHost(row.registry) === host
  );
}

/** What the tag of that version points at today: Helm resolved it when the chart was packaged, and nothing tells to what. */
async function readKnown(
  context: StoreContext,
  chart: ChartRow,
  { version }: Dependency,
): Promise<ContainedChart['known']> {
  const row = EXACT.test(version)
    ? await findTagged(
        context.database,
        chart.chart_id,
        version.replace('+', '_'),
      )
    : undefined;
  const known = { chartId: chart.chart_id, entityRef: chart.owner };
  if (!row) {
    return { ...known, digest: null, status: null };
  }
  const view = await viewOf(context, chart);
  const { status } = shownVerdict(storedVerdict(row), view);
  return { ...known, digest: row.digest, status };
}
