/** What the manifests are about: the example company's registry and the digests of its charts. */
export interface Place {
  /** `localhost:port`, as it stands in a reference. */
  registry: string;
  /** URL of the legacy repository. */
  legacy: string;
  /** Host of the company's Git server, without a scheme. */
  git: string;
  /** Manifest digest of a tag, e.g. `payments:1.8.2`. @throws when there is no such tag. */
  digest(chartAndTag: string): string;
  /** How an Application says that it deploys to that cluster, and not to the one it is in. */
  destination(cluster: string): { server: string } | { name: string };
}

export const DEPLOYED_AT = '2026-11-20T09:30:00Z';

/** Flux writes only the first twelve hex digits of a digest into a chart's version. */
export const shortDigest = (digest: string) =>
  digest.replace('sha256:', '').slice(0, 12);
