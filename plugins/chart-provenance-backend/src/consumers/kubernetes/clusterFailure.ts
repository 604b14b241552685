import { ConsumerSourceError } from 'backstage-plugin-chart-provenance-node';
import { Answer } from './Answer';
import { connectionCode } from './connectionCode';
import { pluginFailure } from './pluginFailure';

/** A cluster, as far as a message about it needs. */
export interface NamedCluster {
  name: string;
  authProvider: string;
}

/**
 * Why a cluster could not be read, other than that a permission for one kind is missing. Says who refused: the cluster, the
 * Kubernetes plugin, or somebody between them.
 */
export function clusterFailure(
  answer: Exclude<Answer, { by: 'answer' }>,
  cluster: NamedCluster,
): ConsumerSourceError {
  switch (answer.by) {
    case 'cluster':
      return byCluster(answer, cluster);
    case 'backstage':
      return byBackstage(answer, cluster);
    case 'somebody':
      return bySomebody(answer, cluster);
    case 'too-large':
      return failure(
        `An answer of the cluster ${cluster.name} is too large.`,
        'Look at what its API server answers under /apis: it is no small list.',
      );
    default:
      return answer.why === 'timeout'
        ? failure(
            `The cluster ${cluster.name} did not answer in time.`,
            'Look whether the backend reaches its API server, and whether that is overloaded.',
          )
        : pluginFailure(answer);
  }
}

function byCluster(
  { status, retryAfterMs }: Extract<Answer, { by: 'cluster' }>,
  { name, authProvider }: NamedCluster,
): ConsumerSourceError {
  switch (status) {
    case 401:
      return failure(
        `The cluster ${name} does not accept the credentials that the Kubernetes plugin shows it.`,
        authProvider === 'serviceAccount'
          ? 'Renew its serviceAccountToken in the configuration of the Kubernetes plugin.'
          : `Look at its authProvider, ${authProvider}, and at who may sign in to the cluster.`,
      );
    case 403:
      return failure(
        `The cluster ${name} does not let the Kubernetes plugin's account see which APIs there are.`,
        'Bind the account to the ClusterRole system:discovery, as every account is by default.',
      );
    case 429:
      return failure(
        `The cluster ${name} asks to be left alone for a while (HTTP 429).`,
        'It is tried again by itself; if it lasts, lengthen consumers.interval.',
        retryAfterMs,
      );
    default:
      return failure(
        `The API server of ${name} failed (HTTP ${status}).`,
        'Look at the API server; it is tried again by itself.',
        retryAfterMs,
      );
  }
}

function byBackstage(
  answer: Extract<Answer, { by: 'backstage' }>,
  { name }: NamedCluster,
): ConsumerSourceError {
  const { status, message } = answer;
  if (status === 404) {
    return failure(
      `The Kubernetes plugin does not know the cluster ${name} any more.`,
      'Nothing, if it was taken away; the next listing of clusters will say so.',
    );
  }
  if (status === 403) {
    return failure(
      'The Kubernetes plugin does not let this plugin use its proxy.',
      'Let the permission policy allow plugin:chart-provenance the permission kubernetes.proxy.',
    );
  }
  if (status !== 500) {
    return pluginFailure(answer);
  }
  const code = connectionCode(message);
  if (code === 'certificate') {
    return failure(
      `The certificate of the API server of ${name} is not trusted.`,
      'Give the cluster its caData or caFile in the configuration of the Kubernetes plugin.',
    );
  }
  return code
    ? failure(
        `The API server of ${name} could not be reached (${code}).`,
        'Look at the url of the cluster in the configuration of the Kubernetes plugin, and whether the backend reaches it.',
      )
    : failure(
        `The Kubernetes plugin could not ask the cluster ${name}.`,
        'Mostly it gets no credentials for it; the log of the backend says why, at the plugin kubernetes.',
      );
}

function bySomebody(
  { status, contentType, retryAfterMs }: Extract<Answer, { by: 'somebody' }>,
  { name }: NamedCluster,
): ConsumerSourceError {
  const what = contentType ? ` with ${contentType}` : '';
  const places =
    'the url of the cluster in the configuration of the Kubernetes plugin, and at proxies on the way to it';
  return failure(
    `What answers for the cluster ${name} is no Kubernetes API server (HTTP ${status}${what}).`,
    [401, 403].includes(status)
      ? `Look at ${places}: one of them may want other credentials.`
      : `Look at ${places}.`,
    retryAfterMs,
  );
}

function failure(message: string, fix: string, retryAfterMs?: number) {
  return new ConsumerSourceError(message, { fix, retryAfterMs });
}
