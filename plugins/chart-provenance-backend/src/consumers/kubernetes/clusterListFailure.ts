import { ConsumerSourceError } from 'backstage-plugin-chart-provenance-node';
import { Answer } from './Answer';
import { pluginFailure } from './pluginFailure';

/** Why the clusters cannot be listed. */
export function clusterListFailure(
  answer: Exclude<Answer, { by: 'answer' }>,
): ConsumerSourceError {
  if ('status' in answer && [200, 404].includes(answer.status)) {
    // Without the plugin the backend says 404; the pages' own server may say 200 and send a page.
    return new ConsumerSourceError(
      'There is no Kubernetes plugin in this backend, or it has no configuration.',
      {
        fix: 'Install @backstage/plugin-kubernetes-backend and configure kubernetes.clusterLocatorMethods, or remove consumers.kubernetes.',
      },
    );
  }
  if ('status' in answer && answer.status === 403) {
    return new ConsumerSourceError(
      'The Kubernetes plugin does not let this plugin list its clusters.',
      {
        fix: 'Let the permission policy allow plugin:chart-provenance the permissions kubernetes.clusters.read and kubernetes.proxy.',
      },
    );
  }
  return pluginFailure(answer);
}
