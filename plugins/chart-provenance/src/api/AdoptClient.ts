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
import { AdoptApi, SnippetQuery } from './AdoptApi';
import { BackendClient } from './BackendClient';
import { chartPath, searchOf, versionPath } from './paths';
import { readDecision } from './readDecision';
import { ChartKey, RequestOptions } from './requestTypes';

/**
 * The part of the client that helps to adopt and enforce.
 *
 * @public
 */
export abstract class AdoptClient extends BackendClient implements AdoptApi {
  /** {@inheritdoc AdoptApi.getSnippets} */
  async getSnippets(
    chart: ChartKey,
    { version }: Pick<SnippetQuery, 'version'> = {},
    options?: RequestOptions,
  ): Promise<SnippetList> {
    return this.read(
      `${chartPath(chart)}/snippets${searchOf({ version })}`,
      options,
    );
  }

  /** {@inheritdoc AdoptApi.getSnippet} */
  async getSnippet(
    chart: ChartKey,
    snippetId: string,
    query: SnippetQuery = {},
    options?: RequestOptions,
  ): Promise<Snippet> {
    const { version, consumer, options: chosen = {} } = query;
    const option = Object.entries(chosen).map(pair => pair.join(':'));
    return this.read(
      `${chartPath(chart)}/snippets/${encodeURIComponent(snippetId)}${searchOf({
        version,
        consumer,
        option,
      })}`,
      options,
    );
  }

  /** {@inheritdoc AdoptApi.lint} */
  async lint(
    request: LintRequest,
    options?: RequestOptions,
  ): Promise<LintReport> {
    return this.write('POST', '/lint', request, options);
  }

  /** {@inheritdoc AdoptApi.checkGate} */
  async checkGate(
    request: GateRequest,
    options?: RequestOptions,
  ): Promise<GateDecision> {
    const response = await this.send('POST', '/gate', request, options);
    return readDecision(response);
  }

  /** {@inheritdoc AdoptApi.getChartGate} */
  async getChartGate(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<GateEnvironmentStatus[]> {
    return this.read(`${chartPath(chart)}/gate`, options);
  }

  /** {@inheritdoc AdoptApi.getGateLog} */
  async getGateLog(
    query: GateLogQuery = {},
    options?: RequestOptions,
  ): Promise<GateLogPage> {
    return this.read(`/gate/decisions${searchOf(query)}`, options);
  }

  /** {@inheritdoc AdoptApi.getGateDecision} */
  async getGateDecision(
    id: string,
    options?: RequestOptions,
  ): Promise<GateLogRow> {
    return this.read(`/gate/decisions/${encodeURIComponent(id)}`, options);
  }

  /** {@inheritdoc AdoptApi.exportGateLog} */
  async exportGateLog(
    format: 'csv' | 'jsonl',
    query: GateLogQuery = {},
    options?: RequestOptions,
  ): Promise<Blob> {
    const path = `/gate/decisions/export${searchOf({ format, ...query })}`;
    const response = await this.request(path, options);
    return response.blob();
  }

  /** {@inheritdoc AdoptApi.getGateImpact} */
  async getGateImpact(
    change: GateChange,
    options?: RequestOptions,
  ): Promise<GateImpact> {
    return this.write('POST', '/gate/impact', change, options);
  }

  /** {@inheritdoc AdoptApi.getImages} */
  async getImages(
    chart: ChartKey,
    digest: string,
    options?: RequestOptions,
  ): Promise<ChartImages> {
    return this.read(`${versionPath(chart, digest)}/images`, options);
  }

  /** {@inheritdoc AdoptApi.findImages} */
  async findImages(
    query: string,
    options?: RequestOptions,
  ): Promise<ImageUses> {
    return this.read(`/images${searchOf({ query })}`, options);
  }
}
