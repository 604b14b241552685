import { objectName } from '../../consume/facts';

/** Of the Secret with the public keys that the chart is verified by, as the texts for Flux have it. */
export function keySecretName(chart: string): string {
  return `${objectName(chart)}-cosign-keys`;
}

/** Of the Secret with a `trusted_root.json`, as the texts for Flux have it. */
export function rootSecretName(chart: string): string {
  return `${objectName(chart)}-trusted-root`;
}
