/**
 * How firmly a reference names what is deployed. `digest`: exactly these bytes. `version`: one exact version, whose tag may
 * move. `range`: any version that fits. `floating`: a tag that is no version, such as `latest`, or nothing at all.
 * `templated`: holds `{{…}}` and is never guessed. `unknown`: could not be read.
 *
 * @public
 */
export type PinKind =
  | 'digest'
  | 'version'
  | 'range'
  | 'floating'
  | 'templated'
  | 'unknown';

/**
 * The syntax in which a consumer names its chart: it decides how firmly it can, and what its status records.
 *
 * @public
 */
export type ConsumerForm =
  /** Argo CD with `chart:` (Helm-typed source): at best an exact version; records the version only. */
  | 'argocd-helm'
  /** Argo CD with an `oci://` repoURL: a digest is possible, and the digest is recorded. */
  | 'argocd-oci'
  /** Flux HelmRelease or HelmChart over a HelmRepository: at best an exact version. */
  | 'flux-helm-repository'
  /** Flux OCIRepository, alone or behind a `chartRef`: a digest is possible, and the digest is recorded. */
  | 'flux-oci-repository'
  /** A dependency in Chart.yaml: at best an exact version; Chart.lock says which one. */
  | 'chart-dependency'
  /** `chart-provenance/consumes` on a catalog entity. */
  | 'annotation'
  /** Another syntax, read by a source that somebody added. */
  | 'other';

/**
 * The chart a reference means.
 *
 * @public
 */
export type ChartTarget =
  /** `registry` as written, in lower case. */
  | { kind: 'oci'; registry: string; repository: string }
  /** `repositoryUrl` without a slash at its end and without `index.yaml`. */
  | { kind: 'legacy'; repositoryUrl: string; name: string }
  /** Holds `{{…}}`: which chart is meant is decided elsewhere. */
  | { kind: 'templated' }
  /** It cannot be told, e.g. because it names a HelmRepository that was not seen. `message`: one sentence. */
  | { kind: 'unresolved'; message: string };

/**
 * What a consumer's own status says is running.
 *
 * @public
 */
export interface RunningReading {
  /** Chart version; null when the status does not say. */
  version: string | null;
  /** Manifest digest; null where the form does not record which bytes run. */
  digest: string | null;
  /** ISO; when it was deployed. Null when the status does not say. */
  since: string | null;
}

/**
 * What checks signatures before this consumer gets its chart, as its manifest says it.
 *
 * @public
 */
export type GateReading =
  /** `why`: one sentence, e.g. that Argo CD checks no signatures of charts. */
  | { kind: 'none'; why: string }
  | {
      kind: 'flux-verify';
      provider: 'cosign' | 'notation' | 'other';
      /** `matchOIDCIdentity` as written: regular expressions. Empty: anybody whom Fulcio gave a certificate. */
      identities: { issuer: string; subject: string }[];
      /** Name of the Secret with public keys, for key-based verification. */
      secretRef: string | null;
      /** Name of the Secret with another trust root than Sigstore's public one; left out when the public one is trusted. */
      trustedRoot?: string;
      /** Status condition `SourceVerified`; null when it is not there. `message` is cut to 300 characters. */
      verified: { ok: boolean; message: string } | null;
    }
  /** Nothing is deployed by it (a chart dependency), so there is nothing to gate. */
  | { kind: 'not-applicable' };

/**
 * An actionable explanation of something that is not as it should be.
 *
 * @public
 */
export interface Finding {
  /** Stable id of the rule, in kebab case. */
  rule: string;
  severity: 'error' | 'warning' | 'info';
  /** One sentence: what is wrong. */
  message: string;
  /** One sentence: what to do. */
  fix: string;
  /** What the real tool prints, where it prints something; `…` stands for the text that it complains of. */
  tool?: { name: string; prints: string };
  /** Heading of the rule in docs/rules.md, e.g. `#trailing-slash`. */
  anchor?: string;
}

/**
 * One use of a chart, read from a manifest, a chart or an annotation. Everything in it was written by the consumer.
 *
 * @public
 */
export interface ConsumerReading {
  /**
   * What it is: `Application`, `ApplicationSet` (Argo CD), `HelmRelease`, `HelmChart`, `OCIRepository` (Flux), `Chart` (a
   * dependency), `Entity` (an annotation), or what an added source calls it.
   */
  kind: string;
  name: string;
  namespace: string | null;
  /** Which of several references in one document, e.g. `sources[1]` or `dependencies[0]`; empty when there is only one. */
  part: string;
  form: ConsumerForm;
  /** The reference as written, on one line, e.g. `oci://ghcr.io/acme/charts/payments 1.8.x`; at most 500 characters. */
  written: string;
  target: ChartTarget;
  /** As written; each null when not given. `version` is a version, a range or a tag. */
  wants: { version: string | null; digest: string | null };
  pin: PinKind;
  /** The firmest pin that its form allows. */
  bestPin: 'digest' | 'version';
  /** Null when it has no status: a manifest in Git, a dependency, an annotation, or not deployed yet. */
  runs: RunningReading | null;
  gate: GateReading;
  /** Argo CD's `spec.destination`: the cluster it deploys to. Null: the cluster it was found in, if any. */
  destination: {
    name: string | null;
    server: string | null;
    namespace: string | null;
  } | null;
  /** Only labels that may name an owner: `backstage.io/kubernetes-id`, `app.kubernetes.io/name`, `app.kubernetes.io/part-of`. */
  labels: Record<string, string>;
  findings: Finding[];
}
