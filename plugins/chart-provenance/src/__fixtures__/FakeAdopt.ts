import {
  ChartImages,
  GateChange,
  GateDecision,
  GateEnvironmentStatus,
  GateImpact,
  GateLogPage,
  GateLogQuery,
  GateLogRow,
  GateRequest,
  ImageUses,
  LintReport,
  LintRequest,
  Snippet,
  SnippetList,
} from 'backstage-plugin-chart-provenance-common';
import { AdoptApi, ChartKey, RequestOptions, SnippetQuery } from '../api';
import { answer, orThrow } from './answers';
import { gateDecision, gateImpact, gateLogPage, gateRow } from './gateBuilders';
import { imageUses } from './imageBuilders';
import { lintReport } from './lintBuilders';
import { snippet, snippetList } from './snippetBuilders';

/** What of the backend in memory helps to adopt and enforce. */
export class FakeAdopt implements AdoptApi {
  snippets: SnippetList | Error = snippetList();
  snippet: (id: string, query: SnippetQuery) => Snippet | Error = (id, query) =>
    snippet({ id }, query.options);
  linted: (request: LintRequest) => LintReport | Error = () => lintReport();
  /** Holds the answers of the checker back until it is resolved. */
  lintGate: Promise<void> = Promise.resolve();
  gate: (request: GateRequest) => GateDecision | Error = request =>
    gateDecision({ environment: request.environment ?? 'default' });
  environments: GateEnvironmentStatus[] | Error = [];
  gateLog: (query: GateLogQuery) => GateLogPage | Error = () => gateLogPage();
  decision: (id: string) => GateLogRow | Error = id => gateRow({ id });
  exported: Blob | Error = new Blob(['id\n']);
  impact: (change: GateChange) => GateImpact | Error = change =>
    gateImpact({ change });
  /** An older backend by default: the drawer then shows what the SBOM names. */
  images: ChartImages | Error = answer(404);
  uses: (query: string) => ImageUses | Error = query => imageUses({ query });
  readonly asked: string[] = [];
  /** Bodies that were sent, in order. */
  readonly sent: object[] = [];

  async getSnippets(
    chart: ChartKey,
    query: Pick<SnippetQuery, 'version'> = {},
  ): Promise<SnippetList> {
    this.asked.push(`snippets ${chart.chartId} ${query.version ?? ''}`);
    return orThrow(this.snippets);
  }

  async getSnippet(
    _chart: ChartKey,
    snippetId: string,
    query: SnippetQuery = {},
  ): Promise<Snippet> {
    this.asked.push(`snippet ${snippetId} ${JSON.stringify(query)}`);
    return orThrow(this.snippet(snippetId, query));
  }

  async lint(
    request: LintRequest,
    options: RequestOptions = {},
  ): Promise<LintReport> {
    this.sent.push(request);
    await this.lintGate;
    options.signal?.throwIfAborted();
    return orThrow(this.linted(request));
  }

  async checkGate(request: GateRequest): Promise<GateDecision> {
    this.sent.push(request);
    return orThrow(this.gate(request));
  }

  async getChartGate(chart: ChartKey): Promise<GateEnvironmentStatus[]> {
    this.asked.push(`gate ${chart.chartId}`);
    return orThrow(this.environments);
  }

  async getGateLog(query: GateLogQuery = {}): Promise<GateLogPage> {
    const { limit: _limit, ...wanted } = query;
    this.asked.push(`log ${JSON.stringify(wanted)}`);
    return orThrow(this.gateLog(query));
  }

  async getGateDecision(id: string): Promise<GateLogRow> {
    this.asked.push(`decision ${id}`);
    return orThrow(this.decision(id));
  }

  async exportGateLog(
    format: 'csv' | 'jsonl',
    query: GateLogQuery = {},
  ): Promise<Blob> {
    this.asked.push(`export ${format} ${JSON.stringify(query)}`);
    return orThrow(this.exported);
  }

  async getGateImpact(change: GateChange): Promise<GateImpact> {
    this.sent.push(change);
    return orThrow(this.impact(change));
  }

  async getImages(_chart: ChartKey, digest: string): Promise<ChartImages> {
    this.asked.push(`images ${digest}`);
    return orThrow(this.images);
  }

  async findImages(query: string): Promise<ImageUses> {
    this.asked.push(`uses ${query}`);
    return orThrow(this.uses(query));
  }
}
