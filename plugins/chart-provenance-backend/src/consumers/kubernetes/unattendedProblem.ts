/** The plugin gets credentials for these by itself. */
const UNATTENDED: readonly string[] = [
  'serviceAccount',
  'aws',
  'azure',
  'googleServiceAccount',
  'localKubectlProxy',
];

/** These take the credentials of whoever looks at a page, and there is nobody. */
const IN_THEIR_PLACE = new Map([
  ['google', 'googleServiceAccount or serviceAccount'],
  ['aks', 'azure or serviceAccount'],
  ['oidc', 'serviceAccount'],
]);

/** Why a cluster cannot be read while nobody looks; undefined when it can. */
export function unattendedProblem(
  authProvider: string,
): { message: string; fix: string } | undefined {
  if (UNATTENDED.includes(authProvider)) {
    return undefined;
  }
  const other = IN_THEIR_PLACE.get(authProvider);
  if (other !== undefined) {
    return {
      message: `Its authProvider, ${authProvider}, takes the credentials of whoever looks at a page, so nothing can be read unattended.`,
      fix: `Give it the authProvider ${other} in the configuration of the Kubernetes plugin, with an account that has the ClusterRole chart-provenance-reader.`,
    };
  }
  const name = /^[\w.-]{1,50}$/.test(authProvider) ? authProvider : 'none';
  return {
    message: `Its authProvider, ${name}, is not known to work unattended.`,
    fix: `Give it one of ${UNATTENDED.join(
      ', ',
    )} in the configuration of the Kubernetes plugin.`,
  };
}
