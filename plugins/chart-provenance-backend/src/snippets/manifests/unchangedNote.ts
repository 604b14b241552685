import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';

/**
 * What to change at a consumer whose manifest is not known: in a cluster only what names the chart is kept, and for some forms that stands in
 * another object.
 */
export function unchangedNote({
  kind,
  name,
  namespace,
  form,
  where,
}: ConsumerRow): string {
  const full = `${kind} ${
    namespace === null ? name : `${namespace}/${name}`
  } in ${where.title}`;
  const why = `There is no ready change for ${full}, because its manifest is not kept.`;
  switch (form) {
    case 'flux-oci-repository':
      return `${why} Put ref, layerSelector and verify of this text into the OCIRepository that it names.`;
    case 'flux-helm-repository':
      return `${why} Put the OCIRepository of the text for it beside it, and write chartRef in place of chart.`;
    case 'chart-dependency':
      return `${why} Change the dependency in its Chart.yaml, and run helm dependency update.`;
    default:
      return `${why} Write what this text has in its place.`;
  }
}
