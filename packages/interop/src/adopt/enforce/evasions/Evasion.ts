import type { KubernetesObject } from '../../../services/kubernetes/KubernetesClient.ts';

/** A way around the policies, and who stops it. */
export interface Evasion {
  title: string;
  object: KubernetesObject;
  /** Ends the name of the policy that refuses it. `told`: none does, and the text says so. */
  by: 'flux' | 'argocd' | 'unknown-flux' | 'unknown-argocd' | 'told';
  /** For `told`: what the text says. */
  words?: RegExp;
}

export const DIGEST = `sha256:${'1f'.repeat(32)}`;
export const PLACE = 'ghcr.io/acme/charts/payments';

let count = 0;

/** An object of a name of its own. */
export function object(
  apiVersion: string,
  kind: string,
  namespace: string,
  parts: object,
): KubernetesObject {
  count += 1;
  return {
    ...{ apiVersion, kind },
    metadata: { name: `evasion-${count}`, namespace },
    ...parts,
  };
}
