import { Descriptor, Digest } from 'chart-provenance-oras';
import {
  ChartFacts,
  Evidence,
  ReasonCode,
  Side,
} from 'backstage-plugin-chart-provenance-common';
import { ChartIdentity, PackedSbom } from '../evidence';

export type { ChartIdentity, PackedSbom };

/** What the store already knows of a repository, so that nothing immutable is fetched twice. */
export interface KnownChart {
  /** Manifest digests whose manifest and config were read before. */
  versions: Set<string>;
  /** tag → digest it was last seen at, when it was last resolved, and when it last came to point elsewhere (ISO). */
  tags: Map<string, { digest: string; resolvedAt: string; movedAt?: string }>;
  /**
   * subject digest → manifests that carry evidence about it and were read before, all of it; the subject's own when its provenance
   * file was.
   */
  evidence: Map<string, Set<string>>;
  /** version digest → the provenance file in its manifest, for every known version that has one. */
  provenanceFiles?: Map<string, ProvenanceFile>;
  /** subject digest → ISO time at which its referrers were last listed with success. */
  referrersReadAt: Map<string, string>;
  /** Subjects with referrers that were listed but never decoded: they are read on every walk. */
  undecoded?: Set<string>;
}

/** Helm's provenance file, as a layer of a chart, and what the chart says it is. */
export interface ProvenanceFile {
  layer: Descriptor;
  chart: ChartIdentity;
}

/** A chart version read from its manifest and config. Immutable: its digest names it. */
export interface WalkedVersion {
  digest: Digest;
  descriptor: Descriptor;
  /** From the config blob. Both empty strings when the config could not be read as a chart; then `problem` says why. */
  name: string;
  version: string;
  appVersion: string | null;
  chartLayerDigest: string | null;
  /** A provenance-file layer is present in the manifest itself. */
  provenanceFileLayer: Descriptor | null;
  /** Annotation `org.opencontainers.image.created`, ISO, a hint. */
  publishedAt: string | null;
  facts: ChartFacts;
  problem?: WalkProblem;
}

/** Evidence with the bytes that were read for it. */
export interface WalkedEvidence {
  evidence: Evidence;
  /**
   * A bundle's JSON text, with the chart manifest beside it where that is what it signs (`keepBundle`), an SBOM or a provenance file as
   * it is, or the container of a cosign layer (`encodeLayer`); absent when too large or unreadable.
   */
  bytes?: Uint8Array;
  /** For a provenance file: the chart it is part of. */
  chart?: ChartIdentity;
}

/** Something the walk could not do. Never treated as "nothing there". */
export interface WalkProblem {
  code: ReasonCode;
  message: string;
  side: Side;
  /** Tag or digest concerned; absent when it is the whole repository. */
  at?: string;
  /** Milliseconds the registry asked to wait. */
  retryAfterMs?: number;
  /** Worth telling, but everything that is there was read: the walk counts as a success. */
  note?: true;
}

/** What one walk saw. */
export interface WalkResult {
  startedAt: string;
  finishedAt: string;
  /** True when every tag page was read: only then does a missing tag mean "removed". */
  tagsComplete: boolean;
  /** tag → digest for every tag resolved now, or carried over from `known` because it is not hot. Signature tags (`sha256-…`) left out. */
  tags: { tag: string; digest: string; resolvedNow: boolean }[];
  /** Versions not known before. */
  versions: WalkedVersion[];
  /** Subjects for which all that is attached was listed with success now, with every manifest that carries some of it. */
  referrers: { subject: string; digests: string[] }[];
  /** Evidence not known before. */
  evidence: WalkedEvidence[];
  problems: WalkProblem[];
  requests: number;
}
