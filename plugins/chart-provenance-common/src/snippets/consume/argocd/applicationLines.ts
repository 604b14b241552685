import { indented, objectName } from '../facts';

/** An Application around what it deploys. */
export function applicationLines(
  chart: string,
  source: readonly string[],
): string[] {
  const name = objectName(chart);
  return [
    'apiVersion: argoproj.io/v1alpha1',
    'kind: Application',
    'metadata:',
    `  name: ${name}`,
    '  namespace: argocd',
    'spec:',
    '  project: default',
    ...indented(2, source),
    ...indented(2, destination(name)),
  ];
}

/** The cluster that Argo CD runs in, and a namespace of the chart's name: both to be changed. */
function destination(namespace: string): string[] {
  return [
    'destination:',
    '  server: https://kubernetes.default.svc',
    `  namespace: ${namespace}`,
  ];
}
