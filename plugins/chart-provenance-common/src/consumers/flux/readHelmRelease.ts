import { consumerReading, identityOf } from '../consumerReading';
import { LocatedObject } from '../documents';
import { finding } from '../finding';
import {
  at,
  JsonRecord,
  PATCH_MESSAGE,
  ReadingError,
  recordAt,
  requiredTextAt,
  textAt,
} from '../json';
import { unresolved } from '../target';
import { ChartTarget, ConsumerReading, Finding } from '../types';
import { FluxObjects } from './FluxObjects';
import { readChartTemplate } from './readChartTemplate';
import { readOciRepository } from './readOciRepository';
import { Released, readReleased } from './readReleased';

/**
 * The chart that a HelmRelease deploys; undefined when it comes from Git or a bucket. Its reference, pin and gate are those of the source
 * that it names.
 *
 * @throws ReadingError
 */
export function readHelmRelease(
  located: LocatedObject,
  objects: FluxObjects,
): ConsumerReading | undefined {
  const { object } = located;
  const spec = recordAt(object, 'spec');
  const reference = recordAt(spec, 'chartRef')
    ? readChartRef(located, objects)
    : readTemplate(located, objects);
  if (reference === undefined) {
    return undefined;
  }
  const findings: Finding[] = [...reference.findings];
  if (recordAt(spec, 'chartRef') && recordAt(spec, 'chart')) {
    findings.push(finding('chart-and-chartref'));
  }
  if (recordAt(spec, 'kubeConfig')) {
    findings.push(finding('flux-remote-cluster'));
  }
  const runs = readReleased(at(object, 'status'));
  const isOther = isOtherChart(runs, reference.target);
  if (isOther) {
    findings.push(finding('other-source-runs'));
  }
  return consumerReading(identityOf('HelmRelease', object), {
    ...reference,
    part: '',
    runs: runs && !isOther ? runs.running : null,
    destination: null,
    findings,
  });
}

/**
 * What was released before the chart was changed to another one says nothing of that. Where the bytes are recorded, they tell it themselves: a
 * chart that calls itself something else must not hide that it runs.
 */
function isOtherChart(released: Released | null, target: ChartTarget): boolean {
  const { running, chart } = released ?? {};
  if (chart === undefined || running?.digest) {
    return false;
  }
  switch (target.kind) {
    case 'oci':
      return !`/${target.repository}`.endsWith(`/${chart}`);
    case 'legacy':
      return chart !== target.name;
    default:
      return false;
  }
}

function readTemplate(located: LocatedObject, objects: FluxObjects) {
  const { object, folder } = located;
  const template = recordAt(object, 'spec', 'chart');
  if (!template || at(template, 'spec', 'chart') === undefined) {
    throw new ReadingError(PATCH_MESSAGE);
  }
  const namespace = textAt(object, 'metadata', 'namespace');
  const name = textAt(object, 'metadata', 'name');
  // The condition on verification stands on the HelmChart that Flux makes.
  const made = objects.find(
    {
      kind: 'HelmChart',
      name: `${namespace ?? ''}-${name ?? ''}`,
      namespace:
        textAt(template, 'spec', 'sourceRef', 'namespace') ?? namespace,
      folder,
    },
    [],
  );
  const status = 'object' in made ? at(made.object, 'status') : undefined;
  return readChartTemplate(
    { ...template, spec: asMade(recordAt(template, 'spec')) },
    { namespace, folder },
    objects,
    status,
  );
}

/**
 * What Flux takes over into the HelmChart that it makes: of `verify` only the provider and the Secret. Identities written here look like a gate and are
 * none.
 *
 * @see https://github.com/fluxcd/helm-controller/blob/v1.6.3/internal/reconcile/helmchart_template.go
 */
function asMade(spec: JsonRecord | undefined): JsonRecord {
  const verify = recordAt(spec, 'verify');
  const { provider, secretRef } = verify ?? {};
  return { ...spec, ...(verify && { verify: { provider, secretRef } }) };
}

function readChartRef({ object, folder }: LocatedObject, objects: FluxObjects) {
  const kind = requiredTextAt(object, 'spec', 'chartRef', 'kind');
  const name = requiredTextAt(object, 'spec', 'chartRef', 'name');
  const namespace =
    textAt(object, 'spec', 'chartRef', 'namespace') ??
    textAt(object, 'metadata', 'namespace');
  if (kind !== 'OCIRepository' && kind !== 'HelmChart') {
    const message =
      'It names a kind of source that tells of no published chart.';
    return unknownSource(kind, name, message);
  }
  const lookup = objects.find({ kind, name, namespace, folder });
  if ('missing' in lookup) {
    const unknown = unknownSource(kind, name, lookup.missing);
    return lookup.ambiguous
      ? { ...unknown, findings: [finding('ambiguous-source')] }
      : unknown;
  }
  const source = lookup.object;
  return kind === 'OCIRepository'
    ? readOciRepository(source)
    : readChartTemplate(
        source,
        { namespace, folder },
        objects,
        at(source, 'status'),
      );
}

function unknownSource(kind: string, name: string, message: string) {
  return {
    form:
      kind === 'HelmChart'
        ? ('flux-helm-repository' as const)
        : ('flux-oci-repository' as const),
    ...unresolved(message),
    written: [kind, name],
    wants: { version: null, digest: null },
    pin: 'unknown' as const,
    gate: {
      kind: 'none' as const,
      why: 'Its source was not found, so whether Flux checks signatures is not known.',
    },
  };
}
