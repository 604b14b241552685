import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { stringify } from 'yaml';

/**
 * The part of an object in a cluster that names its chart, written anew from what was read of it. The object itself is not kept: its values may
 * hold secrets, and who may see a chart may not see those.
 *
 * @returns undefined for forms whose manifest is not made of what is known
 */
export function skeletonOf(row: ConsumerRow): string | undefined {
  const spec = specOf(row);
  return spec && stringify({ ...spec.head, ...headOf(row), spec: spec.spec });
}

function headOf({ kind, name, namespace }: ConsumerRow) {
  return {
    kind,
    metadata: { name, ...(namespace === null ? {} : { namespace }) },
  };
}

function specOf(
  row: ConsumerRow,
): { head: { apiVersion: string }; spec: object } | undefined {
  const { version, digest } = row.wants;
  switch (row.form) {
    case 'argocd-helm': {
      const place = argoPlaceOf(row);
      return place && row.kind === 'Application'
        ? {
            head: { apiVersion: 'argoproj.io/v1alpha1' },
            spec: { source: { ...place, targetRevision: version ?? '*' } },
          }
        : undefined;
    }
    case 'argocd-oci':
      return row.kind === 'Application'
        ? {
            head: { apiVersion: 'argoproj.io/v1alpha1' },
            spec: {
              source: {
                repoURL: row.chart,
                path: '.',
                targetRevision: digest ?? version ?? '*',
              },
            },
          }
        : undefined;
    case 'flux-oci-repository':
      return row.kind === 'OCIRepository'
        ? {
            head: { apiVersion: 'source.toolkit.fluxcd.io/v1' },
            spec: { url: row.chart, ref: fluxRefOf(row) },
          }
        : undefined;
    default:
      return undefined;
  }
}

function argoPlaceOf({
  chart,
}: ConsumerRow): { repoURL: string; chart: string } | undefined {
  const legacy = /^(https?:\/\/.+)#([^#]+)$/.exec(chart);
  const oci = /^oci:\/\/(.+)\/([^/]+)$/.exec(chart);
  const place = legacy ?? oci;
  return place ? { repoURL: place[1], chart: place[2] } : undefined;
}

function fluxRefOf({
  wants: { version, digest },
  pin,
}: ConsumerRow): Record<string, string> {
  if (digest !== null) {
    return { digest };
  }
  return pin === 'range'
    ? { semver: version ?? '*' }
    : { tag: version ?? 'latest' };
}
