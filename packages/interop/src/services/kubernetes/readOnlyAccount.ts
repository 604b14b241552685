import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import type { KubernetesClient, KubernetesObject } from './KubernetesClient.ts';
import { apply } from './resources.ts';

/** The role that operators are given to apply; it is read from where they find it. */
const SHIPPED_ROLE = fileURLToPath(
  new URL(
    '../../../../../plugins/chart-provenance-backend/kubernetes/clusterrole.yaml',
    import.meta.url,
  ),
);
const NAMESPACE = 'default';
const NAME = 'backstage-bench';
const TOKEN_SECONDS = 3_600;

export interface ClusterRole extends KubernetesObject {
  rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[];
}

/** The ClusterRole as it is shipped. @throws when there is not exactly one. */
export function shippedRole(): ClusterRole {
  const roles = parseAllDocuments(readFileSync(SHIPPED_ROLE, 'utf8'))
    .map(document => document.toJS() as KubernetesObject)
    .filter(object => object?.kind === 'ClusterRole');
  if (roles.length !== 1) {
    throw new Error(`${SHIPPED_ROLE} has ${roles.length} ClusterRoles`);
  }
  return roles[0] as ClusterRole;
}

/**
 * Makes a service account that has this role and nothing else.
 *
 * @returns its token, of the TokenRequest API; it lasts an hour.
 */
export async function createReadOnlyAccount(
  admin: KubernetesClient,
  role: ClusterRole,
): Promise<string> {
  const group = 'rbac.authorization.k8s.io';
  await apply(admin, role);
  await apply(admin, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: NAME, namespace: NAMESPACE },
  });
  await apply(admin, {
    apiVersion: `${group}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name: NAME },
    roleRef: { apiGroup: group, kind: 'ClusterRole', name: role.metadata.name },
    subjects: [{ kind: 'ServiceAccount', name: NAME, namespace: NAMESPACE }],
  });
  const { status } = await admin.post<{ status: { token: string } }>(
    `/api/v1/namespaces/${NAMESPACE}/serviceaccounts/${NAME}/token`,
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: TOKEN_SECONDS },
    },
  );
  return status.token;
}
