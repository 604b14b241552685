import type { SnippetRoot } from '../../types';

/**
 * Which kind of pipeline is written.
 *
 * @internal
 */
export type Provider = 'github' | 'gitlab' | 'shell';

/**
 * Where the chart is pushed to; every part is of the grammar of references, and so harmless in every language written here.
 *
 * @internal
 */
export interface ChartPlace {
  /** `ghcr.io` */
  host: string;
  /** `oci://ghcr.io/acme/charts`: what `helm push` takes, without the chart. */
  parent: string;
  /** `ghcr.io/acme/charts/payments`: what everything else takes. */
  repository: string;
  name: string;
  plainHttp: boolean;
}

/**
 * One who must have signed: one for each policy, as all of them hold.
 *
 * @internal
 */
export type Demand =
  | {
      kind: 'keyless';
      issuer: string;
      /** Exactly this subject, or */
      subject?: string;
      /** this expression, which must match all of it; without anchors. */
      pattern?: string;
      trigger?: string;
    }
  | { kind: 'key'; key: string; pem: string };

/**
 * What starts a release.
 *
 * @internal
 */
export type ReleaseRef =
  | {
      kind: 'tag';
      /** What stands before the version in the tag, e.g. `v`. */
      prefix: string;
      /** The one tag, where the policy names a single one. */
      only?: string;
    }
  | { kind: 'branch'; branch: string };

/**
 * The pipeline that the policies let sign.
 *
 * @internal
 */
export interface PipelineIdentity {
  /** Of the code host, e.g. `github.com`. */
  host: string;
  /** `acme/payments` */
  repository: string;
  /** `.github/workflows/release.yml` */
  file: string;
  ref: ReleaseRef;
}

/**
 * Who signs, where and how it is verified.
 *
 * @internal
 */
export interface SigningPlan {
  /** Null: a key alone signs, or the provider has no place of its own. */
  identity: PipelineIdentity | null;
  demands: Demand[];
  /** Of the keyless signatures; null where a key alone signs. */
  root: SnippetRoot | null;
  /** Event that a policy names. */
  trigger: string;
  /** `self-hosted` where a policy names it. */
  runner: 'github-hosted' | 'self-hosted';
  /** No policy was there: the identity is a proposal. */
  proposed: boolean;
  notes: string[];
}
