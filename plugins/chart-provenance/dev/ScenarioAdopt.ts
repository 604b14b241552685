import { parseEntityRef } from '@backstage/catalog-model';
import {
  ChartImages,
  GateEnvironmentStatus,
  Snippet,
  SnippetList,
} from 'backstage-plugin-chart-provenance-common';
import { ChartKey, SnippetQuery } from '../src/api';
import { answer } from '../src/__fixtures__/answers';
import { FakeChartProvenance } from '../src/__fixtures__/FakeChartProvenance';
import {
  comingEnvironment,
  environment,
} from '../src/__fixtures__/gateBuilders';
import { chartImages } from '../src/__fixtures__/imageBuilders';
import {
  deniedDecision,
  lintScenario,
  SNIPPETS,
  snippetScenario,
} from './adoptScenarios';

/** What of the fake backend helps to adopt and enforce, answering by the entity's name. */
export class ScenarioAdopt extends FakeChartProvenance {
  override linted = lintScenario;
  override gate = deniedDecision;

  override async getSnippets(
    chart: ChartKey,
    query?: SnippetQuery,
  ): Promise<SnippetList> {
    this.snippets =
      SNIPPETS[parseEntityRef(chart.entityRef).name] ?? SNIPPETS.usual;
    return super.getSnippets(chart, query);
  }

  override async getSnippet(
    chart: ChartKey,
    id: string,
    query: SnippetQuery = {},
  ): Promise<Snippet> {
    this.snippet = snippetScenario;
    return super.getSnippet(chart, id, query);
  }

  override async getChartGate(
    chart: ChartKey,
  ): Promise<GateEnvironmentStatus[]> {
    const name = parseEntityRef(chart.entityRef).name;
    this.environments =
      name === 'stale'
        ? answer(500)
        : [...(name === 'several' ? [environment()] : []), comingEnvironment];
    return super.getChartGate(chart);
  }

  override async getImages(
    chart: ChartKey,
    digest: string,
  ): Promise<ChartImages> {
    this.images =
      parseEntityRef(chart.entityRef).name === 'unread'
        ? answer(404)
        : chartImages();
    return super.getImages(chart, digest);
  }
}
