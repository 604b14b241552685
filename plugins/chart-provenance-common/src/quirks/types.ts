/**
 * Kinds of registries whose peculiarities are known.
 *
 * @public
 */
export type RegistryKind =
  | 'ghcr'
  | 'dockerHub'
  | 'ecr'
  | 'acr'
  | 'gar'
  | 'harbor'
  | 'quay'
  | 'artifactory'
  | 'gitlab'
  /** CNCF Distribution (`registry:2`), zot, and whatever answers alike. */
  | 'distribution'
  | 'unknown';

/**
 * What is peculiar about a kind of registry, in sentences for an operator.
 *
 * @public
 */
export interface RegistryQuirks {
  kind: RegistryKind;
  product: string;
  /** Has it the referrers API? `varies`: with version or set-up, so ask it. */
  referrers: 'native' | 'fallback' | 'varies';
  referrersNote: string;
  /** Whether tags can be made immutable, and where that is read. */
  immutability: string;
  /** How signatures get lost there; null when nothing is known. */
  retention: string | null;
  /** How much may be asked of it. */
  limits: string;
  /** Which kind of `auth` fits, and with what. */
  auth: string;
  /** The permission that reading takes, and who grants it. */
  ask: { permission: string; from: string };
  /** It answers 401 or 403 for what does not exist as well as for what is private. */
  hidesExistence: boolean;
}
