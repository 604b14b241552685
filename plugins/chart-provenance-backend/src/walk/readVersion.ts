import { Descriptor } from 'chart-provenance-oras';
import {
  ChartManifest,
  decodeChartConfig,
  decodeChartManifest,
  EvidenceError,
  NO_FACTS,
} from '../evidence';
import { WalkedVersion } from './types';
import { WalkSession } from './WalkSession';

/** A manifest with the bytes its digest was computed from. */
export interface Manifest {
  descriptor: Descriptor;
  bytes: Uint8Array;
}

type Chart = Extract<ChartManifest, { kind: 'chart' }>;

/**
 * Reads what a chart version says about itself: manifest and config, never the chart archive. What is written wrongly becomes
 * the version's `problem`, for good: its digest names it.
 *
 * @throws what the registry fails with, so that it is asked again.
 */
export async function readVersion(
  session: WalkSession,
  { descriptor, bytes }: Manifest,
): Promise<WalkedVersion> {
  const { digest } = descriptor;
  const base: WalkedVersion = {
    digest,
    descriptor,
    name: '',
    version: '',
    appVersion: null,
    chartLayerDigest: null,
    provenanceFileLayer: null,
    publishedAt: null,
    facts: NO_FACTS,
  };
  let seen = base;
  try {
    const chart = await readChart(session, descriptor.mediaType, bytes);
    const { chartLayerDigest, provenanceFileLayer, publishedAt } = chart;
    seen = { ...base, chartLayerDigest, provenanceFileLayer, publishedAt };
    const config = await readConfig(session, chart.config);
    return { ...seen, ...decodeChartConfig(config) };
  } catch (error) {
    if (error instanceof EvidenceError) {
      const { code, message } = error;
      return { ...seen, problem: { code, message, side: 'chart', at: digest } };
    }
    throw error;
  }
}

/** Follows an index that stands for exactly one chart, once. */
async function readChart(
  session: WalkSession,
  mediaType: string,
  bytes: Uint8Array,
): Promise<Chart> {
  const outer = decodeChartManifest(mediaType, bytes);
  if (outer.kind === 'chart') {
    return outer;
  }
  const inner = await session.fetchManifest(outer.chart.digest);
  const chart = decodeChartManifest(inner.descriptor.mediaType, inner.bytes);
  if (chart.kind === 'index') {
    throw new EvidenceError(
      'ambiguous-index',
      'The tag points at an index of indexes.',
    );
  }
  return chart;
}

async function readConfig(
  session: WalkSession,
  config: Descriptor,
): Promise<Uint8Array> {
  const { maxConfigBytes } = session.bounds;
  if (config.size > maxConfigBytes) {
    throw new EvidenceError(
      'evidence-too-large',
      `The chart config has ${config.size} bytes; at most ${maxConfigBytes} are read.`,
    );
  }
  return session.fetch(config, maxConfigBytes);
}
