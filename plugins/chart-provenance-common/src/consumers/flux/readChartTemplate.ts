import { finding } from '../finding';
import { at, JsonRecord, requiredTextAt, textAt } from '../json';
import { classifyVersion, versionAt } from '../pin';
import {
  chartTargetOf,
  TargetReading,
  unresolved,
} from '../target/chartTargetOf';
import { Finding } from '../types';
import { FluxObjects } from './FluxObjects';
import { readVerify } from './readVerify';

/** Where a chart template stands. */
export interface ChartTemplatePlace {
  namespace: string | undefined;
  folder: string | undefined;
}

/** Sources that hold folders, not published charts. */
const UNPUBLISHED = ['GitRepository', 'Bucket'];

/**
 * What a HelmChart's spec says, or the `chart.spec` of a HelmRelease; undefined when the chart comes from Git or a bucket.
 *
 * @param owner object with `spec.chart`, `spec.version`, `spec.sourceRef` and `spec.verify`
 * @param status of the HelmChart, where the condition on verification stands
 * @throws ReadingError
 */
export function readChartTemplate(
  owner: JsonRecord,
  place: ChartTemplatePlace,
  objects: FluxObjects,
  status: unknown,
) {
  const spec = at(owner, 'spec');
  const kind = textAt(spec, 'sourceRef', 'kind') ?? 'HelmRepository';
  if (UNPUBLISHED.includes(kind)) {
    return undefined;
  }
  const chart = requiredTextAt(spec, 'chart');
  const { version, findings: versionFindings } = versionAt(spec, 'version');
  const pin = classifyVersion(version, 'helm');
  const from = readRepository(spec, kind, chart, place, objects);
  const { gate, findings: gateFindings } = readVerify(spec, status);
  const unverifiable: Finding[] =
    gate.kind === 'flux-verify' && from.target.kind === 'legacy'
      ? [finding('flux-verify-without-oci')]
      : [];
  return {
    form: 'flux-helm-repository' as const,
    target: from.target,
    written: [from.url, chart, version],
    wants: { version: version ?? null, digest: null },
    pin: pin.pin,
    gate,
    findings: [
      ...from.findings,
      ...versionFindings,
      ...pin.findings,
      ...gateFindings,
      ...unverifiable,
    ],
  };
}

function readRepository(
  spec: unknown,
  kind: string,
  chart: string,
  place: ChartTemplatePlace,
  objects: FluxObjects,
): TargetReading & { url?: string } {
  if (kind === 'OCIRepository') {
    return {
      ...unresolved('It names an OCIRepository where Flux takes none.'),
      findings: [finding('oci-repository-under-sourceref')],
    };
  }
  if (kind !== 'HelmRepository') {
    return unresolved('It names a kind of source that holds no charts.');
  }
  const lookup = objects.find(
    {
      kind,
      name: requiredTextAt(spec, 'sourceRef', 'name'),
      namespace: textAt(spec, 'sourceRef', 'namespace') ?? place.namespace,
      folder: place.folder,
    },
    ['url', 'type'],
  );
  if ('missing' in lookup) {
    const read = unresolved(lookup.missing);
    return lookup.ambiguous
      ? { ...read, findings: [finding('ambiguous-source')] }
      : read;
  }
  const url = requiredTextAt(lookup.object, 'spec', 'url');
  const read = chartTargetOf(url, chart);
  const isOci = url.startsWith('oci://');
  const says = textAt(lookup.object, 'spec', 'type') ?? 'default';
  return isOci === (says === 'oci')
    ? { ...read, url }
    : {
        ...read,
        url,
        findings: [...read.findings, finding('helm-repository-type')],
      };
}
