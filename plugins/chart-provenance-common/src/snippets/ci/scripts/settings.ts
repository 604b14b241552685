import type { SnippetInput } from '../../types';
import { ChartPlace, Provider, SigningPlan } from '../plan';

/**
 * Everything that is decided before a text is written.
 *
 * @internal
 */
export interface CiSettings {
  provider: Provider;
  input: SnippetInput;
  place: ChartPlace;
  plan: SigningPlan;
  helm: '3' | '4';
  cosign: '2' | '3';
  /** Who attests where the chart was built. */
  provenance: 'attest-action' | 'cosign';
  /** Of the gate; null: it is not asked. */
  environment: string | null;
  promote: 'tag' | 'pull-request' | 'none';
  /** Where the same archive goes as well. */
  legacy: LegacyTarget | null;
}

/**
 * A repository of the old kind that releases still go to.
 *
 * @internal
 */
export interface LegacyTarget {
  server: 'chartmuseum' | 'github-pages' | 's3' | 'gcs';
  url: string;
}

/**
 * Versions that the texts name; each was had, or its commit read, when this was written.
 *
 * @internal
 */
export const TOOL_VERSIONS = {
  helm: { 3: 'v3.21.4', 4: 'v4.2.4' },
  cosign: { 2: 'v2.6.4', 3: 'v3.1.2' },
  oras: '1.3.3',
  cli: '0.1.0',
  /** Kubernetes version that templates are rendered for. */
  kubernetes: '1.34.0',
} as const;
