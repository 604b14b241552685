import { consumerReading, identityOf } from '../consumerReading';
import { finding } from '../finding';
import { at, isRecord, oneLine, recordAt, textAt } from '../json';
import { classifyDigest, classifyVersion, versionAt } from '../pin';
import { ConsumerReading, Finding, GateReading } from '../types';
import { readRunning } from './readRunning';
import { ChartSource, readChartSource, sourcesOf } from './sources';

const NO_GATE: GateReading = {
  kind: 'none',
  why: 'Argo CD checks no signatures of charts.',
};

/**
 * The charts that an Application or ApplicationSet deploys; none for one that deploys from Git alone.
 *
 * @throws ReadingError
 */
export function readApplication(
  kind: 'Application' | 'ApplicationSet',
  object: unknown,
): ConsumerReading[] {
  const isSet = kind === 'ApplicationSet';
  const spec = isSet
    ? recordAt(object, 'spec', 'template', 'spec')
    : recordAt(object, 'spec');
  if (!spec) {
    // A piece of one, for kustomize: the API takes none without.
    return [];
  }
  const charts = sourcesOf(spec).flatMap(
    (source, index) => readChartSource(source, index) ?? [],
  );
  if (charts.length === 0) {
    return [];
  }
  const identity = identityOf(kind, object);
  const patched = isSet && at(object, 'spec', 'templatePatch') !== undefined;
  const status = isSet ? undefined : recordAt(object, 'status');
  return charts.map(chart => {
    const reading = readReference(chart, status);
    const moved = reading.runs !== null && ranElsewhere(spec, status);
    if (moved) {
      reading.findings.push(finding('other-destination-runs'));
    }
    return consumerReading(identity, {
      ...reading,
      runs: moved ? null : reading.runs,
      part: charts.length > 1 ? `sources[${chart.index}]` : '',
      destination: destinationOf(spec),
      findings: patched
        ? [...reading.findings, finding('applicationset-template-patch')]
        : reading.findings,
    });
  });
}

/**
 * Was it last compared with another destination than it names now? Then its history is of another place. Whoever names a place that Argo CD
 * does not let him deploy to gets no further than that.
 */
function ranElsewhere(spec: unknown, status: unknown): boolean {
  const compared = at(status, 'sync', 'comparedTo', 'destination');
  const wanted = at(spec, 'destination');
  if (!isRecord(compared)) {
    return false;
  }
  const differs = (key: string) =>
    (at(compared, key) || undefined) !== (at(wanted, key) || undefined);
  // Where a cluster is named, some versions of Argo CD fill its server in.
  const sameName = Boolean(at(wanted, 'name')) && !differs('name');
  return (
    differs('namespace') ||
    (!sameName && (differs('name') || differs('server')))
  );
}

function readReference(chart: ChartSource, status: unknown) {
  const { form, repoURL, target } = chart;
  const revision = wantedOf(chart);
  const { runs, otherSource } = readRunning(status, chart);
  const findings: Finding[] = [...chart.findings, ...revision.findings];
  if (form === 'argocd-oci' && chart.chart !== undefined) {
    findings.push(finding('argocd-oci-and-chart'));
  }
  if (otherSource) {
    findings.push(finding('other-source-runs'));
  }
  return {
    form,
    target,
    written: [repoURL, chart.chart, revision.text],
    wants: revision.wants,
    pin: revision.pin,
    runs,
    gate: NO_GATE,
    findings,
  };
}

function wantedOf({ form, source }: ChartSource) {
  const { version: text, findings } = versionAt(source, 'targetRevision');
  const isOci = form === 'argocd-oci';
  const isOciDigest = isOci && text !== undefined && /^sha\d+:/.test(text);
  const read = isOciDigest
    ? classifyDigest(text)
    : classifyVersion(text, isOci ? 'tag-or-range' : 'helm');
  return {
    text,
    pin: read.pin,
    wants: {
      version: isOciDigest ? null : text ?? null,
      digest: isOciDigest ? text : null,
    },
    findings: [...findings, ...read.findings],
  };
}

/** As written, also where an ApplicationSet fills it in. */
function destinationOf(spec: unknown): ConsumerReading['destination'] {
  const destination = recordAt(spec, 'destination');
  const read = (key: string) =>
    oneLine(textAt(destination, key) ?? '', 300) || null;
  return destination
    ? {
        name: read('name'),
        server: read('server'),
        namespace: read('namespace'),
      }
    : null;
}
