import {
  ConsumerForm,
  ConsumerRow,
  RunningReading,
} from 'backstage-plugin-chart-provenance-common';
import { ChartUse } from './ChartUse';

/** Why no digest is known of what runs, by the syntax in which the chart is named. */
const UNRECORDED: Record<ConsumerForm, string> = {
  'argocd-helm': 'Argo CD does not record which bytes',
  'argocd-oci': 'Argo CD has not recorded which bytes',
  'flux-helm-repository':
    'Flux does not record which bytes of a chart from a HelmRepository',
  'flux-oci-repository': 'Flux has not recorded which bytes',
  'chart-dependency': 'Chart.lock does not record which bytes',
  annotation: 'the annotation does not say which bytes',
  other: 'its source does not record which bytes',
};

/** What a consumer runs, of which only its own status tells. */
export interface Running {
  form: ConsumerForm;
  runs: RunningReading | null;
  from: ConsumerRow['from'];
}

/**
 * What runs, with the verdict on exactly those bytes. Where the bytes are not recorded, or are no version known here, there is none: never one
 * of a version of the same name.
 *
 * @param chart - undefined when the chart meant is in no registry that is read.
 */
export function runsOf(
  { form, runs, from }: Running,
  chart: ChartUse | undefined,
): ConsumerRow['runs'] {
  if (runs === null) {
    return null;
  }
  const without = (note: string) => ({ ...runs, verdict: null, note });
  const named = runs.version ? `runs ${runs.version}` : 'runs';
  if (from === 'legacy') {
    return without(
      runs.version
        ? `${named} from the legacy repository, where nothing is verified`
        : 'runs from the legacy repository, where nothing is verified',
    );
  }
  if (runs.digest === null) {
    return without(
      runs.version
        ? `${named}; ${UNRECORDED[form]}`
        : 'its status does not say what runs',
    );
  }
  if (!chart) {
    return without(`${named} from a registry that is not read here`);
  }
  const known = chart.versions.get(runs.digest);
  const verdict = chart.verdicts.get(runs.digest);
  if (!known || !verdict) {
    return without(
      `${named} with bytes that were never seen in the registry: ${runs.digest}`,
    );
  }
  return {
    ...runs,
    // Of known bytes the chart's own word counts: Flux records other build metadata.
    version: known.version || runs.version,
    verdict,
    note: null,
  };
}
