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
import { ChartKey, RequestOptions } from './requestTypes';

/**
 * What a generated text names and how.
 *
 * @public
 */
export interface SnippetQuery {
  /** Manifest digest of the version to name; the newest verified one without. */
  version?: string;
  /** Id of the one consumer to show the change of; all without. */
  consumer?: string;
  /** Option → value; what is left out has its default. */
  options?: Readonly<Record<string, string>>;
}

/**
 * What is generated, checked and asked of the gate: the part of {@link ChartProvenanceApi} that helps to adopt and enforce.
 *
 * @public
 */
export interface AdoptApi {
  /** What there is to choose from for a chart, with why some of it cannot be made. */
  getSnippets(
    chart: ChartKey,
    query?: Pick<SnippetQuery, 'version'>,
    options?: RequestOptions,
  ): Promise<SnippetList>;

  /** One generated text. It is to be pasted elsewhere: show it as text, never render it. */
  getSnippet(
    chart: ChartKey,
    snippetId: string,
    query?: SnippetQuery,
    options?: RequestOptions,
  ): Promise<Snippet>;

  /** Looks for mistakes in references. The text may be at most 256 KiB in UTF-8; nothing of it is kept. */
  lint(request: LintRequest, options?: RequestOptions): Promise<LintReport>;

  /**
   * Asks the gate; for a user always a dry run. `deny` and `undecided` are answers, not failures: only an answer that is no decision rejects.
   */
  checkGate(
    request: GateRequest,
    options?: RequestOptions,
  ): Promise<GateDecision>;

  /** The environments of the gate that hold for a chart. */
  getChartGate(
    chart: ChartKey,
    options?: RequestOptions,
  ): Promise<GateEnvironmentStatus[]>;

  /** One page of the decisions that the reader may see, newest first. */
  getGateLog(
    query?: GateLogQuery,
    options?: RequestOptions,
  ): Promise<GateLogPage>;

  /** One decision, by its id. */
  getGateDecision(id: string, options?: RequestOptions): Promise<GateLogRow>;

  /** All decisions that the filters of the query leave, as a file. Save it, never render it. */
  exportGateLog(
    format: 'csv' | 'jsonl',
    query?: GateLogQuery,
    options?: RequestOptions,
  ): Promise<Blob>;

  /** Which running consumers a change would stop the next time they are deployed. For operators. */
  getGateImpact(
    change: GateChange,
    options?: RequestOptions,
  ): Promise<GateImpact>;

  /** The container images of a version, each with its own verdict. */
  getImages(
    chart: ChartKey,
    digest: string,
    options?: RequestOptions,
  ): Promise<ChartImages>;

  /** Who ships and who runs an image. `query`: part of its name (at least 3 characters), or its digest. */
  findImages(query: string, options?: RequestOptions): Promise<ImageUses>;
}
