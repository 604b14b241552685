import type { SnippetInput } from '../../types';
import type { LegacyPlace } from '../cel';
import type { AskedPolicy, ChartPlace } from '../facts';

/** Kinds of resources, as admission names them. */
export interface Kinds {
  group: string;
  /** Plural, lower case → kind. */
  resources: Readonly<Record<string, string>>;
}

/** What is asked of resources of these kinds, in CEL; every flavour of policy wraps the same. */
export interface CelRules {
  /** Ends the policy's name. */
  part: string;
  title: string;
  kinds: readonly Kinds[];
  variables: readonly { name: string; expression: string }[];
  validations: readonly { message: string; expression: string }[];
}

/** What rules are made from. */
export interface RuleFacts {
  input: SnippetInput;
  place: ChartPlace;
  /** The chart's policies; never empty. */
  asked: readonly AskedPolicy[];
  legacy: LegacyPlace | null;
}

export const FLUX_SOURCE = 'source.toolkit.fluxcd.io';
export const FLUX_HELM = 'helm.toolkit.fluxcd.io';
export const ARGO_KINDS: Kinds = {
  group: 'argoproj.io',
  resources: { applications: 'Application', applicationsets: 'ApplicationSet' },
};
/** `application/vnd.cncf.helm.chart.content.v1.tar+gzip`: without it Flux takes whichever layer comes first. */
export const CHART_LAYER =
  'application/vnd.cncf.helm.chart.content.v1.tar+gzip';
