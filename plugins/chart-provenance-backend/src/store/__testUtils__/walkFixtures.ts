import { createHash } from 'node:crypto';
import {
  Evidence,
  reasonOf,
  Verdict,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';
import { Digest } from 'chart-provenance-oras';
import { WalkedEvidence, WalkedVersion, WalkResult } from '../../walk/types';
import { chartKey, DISCOVERY_KEY } from '../chartKey';
import { DatabaseChartStore } from '../DatabaseChartStore';
import {
  ChartJudge,
  ChartRecord,
  JudgeableVersion,
  Lease,
  WalkOutcome,
  WalkRecord,
} from '../types';
import { TestClock } from './testDatabases';

/** A digest made up from a word. */
export function digestOf(word: string): Digest {
  return `sha256:${createHash('sha256').update(word).digest('hex')}`;
}

export const PAYMENTS: ChartRecord = {
  chartId: 'payments00000000',
  registry: 'ghcr.io',
  repository: 'acme/charts/payments',
  owner: 'component:default/payments',
  knownBy: 'convention',
  expectedSource: 'github.com/acme/payments',
  policies: ['acme-release'],
  requestedPolicies: [],
  conflict: [],
};

/** A version of the chart `payments`; its digest is made from `word`, or from the version. */
export function walkedVersion(
  version: string,
  word = version,
  chartLayer = word,
): WalkedVersion {
  return {
    digest: digestOf(word),
    descriptor: {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: digestOf(word),
      size: 1,
    },
    name: 'payments',
    version,
    appVersion: null,
    chartLayerDigest: digestOf(`layer ${chartLayer}`),
    provenanceFileLayer: null,
    publishedAt: null,
    facts: {
      description: null,
      home: null,
      sources: [],
      maintainers: [],
      keywords: [],
      dependencies: [],
      kubeVersion: null,
      deprecated: false,
    },
  };
}

/** A signature on a subject. */
export function walkedEvidence(
  subject: Digest,
  word: string,
  bytes: Uint8Array | undefined = Buffer.from(word),
): WalkedEvidence {
  const evidence: Evidence = {
    digest: digestOf(word),
    subject,
    kind: 'signature',
    format: 'sigstore-bundle-v0.3',
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  };
  return { evidence, bytes };
}

/** One layer of a manifest that carries several. */
export function walkedLayer(
  subject: Digest,
  word: string,
  manifest: string,
): WalkedEvidence {
  const walked = walkedEvidence(subject, word);
  const evidence = {
    ...walked.evidence,
    manifest: digestOf(manifest),
    format: 'cosign-legacy' as const,
  };
  return { ...walked, evidence };
}

/** A walk that went well and saw nothing, with what is told. Referrers of new versions are listed, empty unless told. */
export function walkResult(
  clock: TestClock,
  seen: Partial<WalkResult>,
): WalkResult {
  return {
    startedAt: clock.iso,
    finishedAt: clock.iso,
    tagsComplete: true,
    tags: [],
    versions: [],
    evidence: [],
    problems: [],
    requests: 1,
    referrers: (seen.versions ?? []).map(({ digest }) => ({
      subject: digest,
      digests: (seen.evidence ?? [])
        .filter(({ evidence }) => evidence.subject === digest)
        .map(({ evidence }) => evidence.digest),
    })),
    ...seen,
  };
}

export function tagAt(tag: string, digest: string, resolvedNow = true) {
  return { tag, digest, resolvedNow };
}

const CODES = {
  verified: 'policy-met',
  rejected: 'wrong-identity',
  unsigned: 'no-signature',
  indeterminate: 'no-policy',
} as const;

/** A judge that says what the test wants, and remembers what it was asked. */
export class TestJudge implements ChartJudge {
  readonly asked: JudgeableVersion[] = [];
  readonly materialHash = 'material';

  constructor(
    readonly inputsHash: string,
    private readonly decide: (version: JudgeableVersion) => VerdictStatus,
    private readonly clock: TestClock,
  ) {}

  judge(chart: ChartRecord, version: JudgeableVersion) {
    const { previousKey, ...facts } = version;
    const key = JSON.stringify([this.inputsHash, chart.owner, facts]);
    if (key === previousKey) {
      return undefined;
    }
    this.asked.push(version);
    const status = this.decide(version);
    const verdict: Verdict = {
      status,
      reasons: [reasonOf(CODES[status], `It is ${status}.`)],
      requirements: [],
      policies: chart.policies,
      decidedAt: this.clock.iso,
    };
    return { key, verdict, vouched: [], distrustedBy: [] };
  }
}

/** Verified where evidence is present, else unsigned. */
export function presenceJudge(clock: TestClock, inputsHash = 'inputs') {
  return new TestJudge(
    inputsHash,
    ({ evidence }) => (evidence.length > 0 ? 'verified' : 'unsigned'),
    clock,
  );
}

const EVERYTHING = { limit: 1000, capacity: () => 1000 };

let discoveries = 0;

/** Makes these charts the inventory, the way a discovery does, under a row of its own that is not due again. */
export async function replaceInventory(
  store: DatabaseChartStore,
  charts: ChartRecord[],
): Promise<void> {
  discoveries += 1;
  const key = `${DISCOVERY_KEY}:${discoveries}`;
  await store.queue.ensure([{ key, kind: 'discovery', host: '' }]);
  const lease = await leaseRow(store, key);
  await store.inventory.replace({ charts, entities: [] }, lease, {
    dueAt: '2099-01-01T00:00:00.000Z',
    problem: null,
  });
}

/** Leases a chart's row. */
export async function leaseChart(
  store: DatabaseChartStore,
  { chartId }: ChartRecord = PAYMENTS,
): Promise<Lease> {
  await store.queue.makeDue(chartId);
  return leaseRow(store, chartKey(chartId));
}

/** Leases one row, which must be due. */
export async function leaseRow(
  store: DatabaseChartStore,
  key: string,
): Promise<Lease> {
  const leases = await store.queue.lease(EVERYTHING);
  const lease = leases.find(candidate => candidate.key === key);
  if (!lease) {
    throw new Error(`${key} is not due`);
  }
  const others = leases.filter(other => other !== lease);
  await Promise.all(others.map(other => store.queue.giveBack(other)));
  return lease;
}

/** Writes a walk of a chart under a lease of its own. */
export async function record(
  store: DatabaseChartStore,
  clock: TestClock,
  seen: Partial<WalkResult>,
  options: Partial<WalkRecord> = {},
): Promise<WalkOutcome> {
  const result = walkResult(clock, seen);
  return store.recordWalk({
    chartId: PAYMENTS.chartId,
    result,
    verified: result.evidence.map(({ evidence }) => ({
      subject: evidence.subject,
      digest: evidence.digest,
      materialHash: 'material',
      verifications: [],
    })),
    judge: presenceJudge(clock),
    lease: options.lease ?? (await leaseChart(store)),
    next: { dueAt: clock.iso, problem: null },
    ...options,
  });
}
