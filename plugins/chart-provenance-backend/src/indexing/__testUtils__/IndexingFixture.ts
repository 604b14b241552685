import { mockServices } from '@backstage/backend-test-utils';
import {
  Distrust,
  Evidence,
  TrustPolicy,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import { MemoryStore } from 'chart-provenance-oras';
import { Knex } from 'knex';
import { ChartJudge, ChartWrites, WorkQueue } from '../../store';
import { DatabaseChartStore } from '../../store/DatabaseChartStore';
import {
  openStore,
  TEST_POLICY,
  TestClock,
} from '../../store/__testUtils__/testDatabases';
import {
  PAYMENTS,
  replaceInventory,
  tagAt,
  walkedEvidence,
  walkedVersion,
  walkResult,
} from '../../store/__testUtils__/walkFixtures';
import { WalkOptions, walkRepository } from '../../walk';
import { KnownChart, WalkResult } from '../../walk/types';
import { ChartIndexer } from '../ChartIndexer';
import { createChartJudge } from '../createChartJudge';
import { materialHashOf, VerifyOutcome } from '../../verification';
import { Verifier } from '../Verifier';
import { WorkPump } from '../WorkPump';

export const POLICY: TrustPolicy = { ...TEST_POLICY, maxStalenessMs: 1e9 };
export const CHART = { ...PAYMENTS, expectedSource: null };
export const MINUTE = 60_000;

const schedule = { intervalMs: 10 * MINUTE };

/** Verdicts of the versions that the fixture's registry has. */
export const EXPECTED = {
  '1.0.0': ['verified', 'policy-met'],
  '1.1.0': ['rejected', 'bad-signature'],
  '1.2.0': ['unsigned', 'no-signature'],
};

/** Proves every bundle whose bytes begin with the key's name. */
export class TestVerifier implements Verifier {
  calls = 0;

  constructor(
    readonly materials = { hash: 'material' },
    readonly key = 'release',
    readonly version = '1',
  ) {}

  async decode(evidence: Evidence): Promise<Evidence> {
    return evidence;
  }

  async verify({
    evidence,
    bytes,
    subject,
  }: Parameters<Verifier['verify']>[0]): Promise<VerifyOutcome> {
    this.calls += 1;
    const isProven = Buffer.from(bytes).toString().startsWith(this.key);
    const base = { evidence, trust: `key:${this.key}` };
    const verification: Verification = isProven
      ? {
          ...base,
          outcome: 'proven',
          signer: { kind: 'key', key: this.key, fingerprint: 'ff' },
          subjects: [subject],
          predicateType: 'https://sigstore.dev/cosign/sign/v1',
        }
      : { ...base, outcome: 'failed', code: 'bad-signature' };
    return {
      materialHash: materialHashOf(this),
      verifications: [verification],
    };
  }
}

/** A database, a registry as the walk sees it, and processes that index it. */
export class IndexingFixture {
  walks = 0;

  private constructor(
    readonly clock: TestClock,
    readonly store: DatabaseChartStore,
    readonly knex: Knex,
  ) {}

  /** A database whose inventory is the chart `payments`. */
  static async create(knex: Knex): Promise<IndexingFixture> {
    const clock = new TestClock();
    const store = await openStore(knex, clock, [POLICY]);
    await replaceInventory(store, [CHART]);
    return new IndexingFixture(clock, store, knex);
  }

  /** The same database as another process sees it, with other rules in force. */
  async openAgain(judgedWith: () => string): Promise<DatabaseChartStore> {
    return openStore(this.knex, this.clock, [POLICY], judgedWith);
  }

  /** A registry with a signed, a badly signed and an unsigned version, as the walk sees it. */
  readonly walk = async (
    _: unknown,
    known: KnownChart,
    __?: WalkOptions,
  ): Promise<WalkResult> => {
    this.walks += 1;
    const versions = ['1.0.0', '1.1.0', '1.2.0'].map(version =>
      walkedVersion(version),
    );
    const evidence = [
      walkedEvidence(versions[0].digest, 'release signature'),
      walkedEvidence(versions[1].digest, 'forged signature'),
    ];
    return walkResult(this.clock, {
      tags: versions.map(({ digest, version }) => tagAt(version, digest)),
      versions: versions.filter(({ digest }) => !known.versions.has(digest)),
      evidence: evidence.filter(
        ({ evidence: { subject, digest } }) =>
          !known.evidence.get(subject)?.has(digest),
      ),
      referrers: versions.map(({ digest }) => ({
        subject: digest,
        digests: evidence
          .filter(({ evidence: item }) => item.subject === digest)
          .map(({ evidence: item }) => item.digest),
      })),
    });
  };

  /** The judge as the operator configured it, but for what is told. */
  judgeWith(
    options: {
      materialHash?: string;
      verifierVersion?: string;
      distrust?: Distrust[];
      policies?: TrustPolicy[];
    } = {},
  ): ChartJudge {
    return createChartJudge({
      policies: [POLICY],
      distrust: [],
      materialHash: 'material',
      verifierVersion: '1',
      now: this.clock.now,
      ...options,
    });
  }

  /** A process of its own: nothing but the database is shared. */
  startProcess(
    overrides: {
      store?: Partial<ChartWrites & Pick<DatabaseChartStore, 'chartRecord'>>;
      queue?: Partial<WorkQueue>;
      verifier?: Verifier;
      judge?: ChartJudge;
      walk?: typeof walkRepository;
      staleAfterMs?: (policies: readonly string[]) => number;
    } = {},
  ): WorkPump {
    const parts = {
      chartRecord: this.store.chartRecord.bind(this.store),
      known: this.store.known.bind(this.store),
      recordWalk: this.store.recordWalk.bind(this.store),
      chartsToRejudge: this.store.chartsToRejudge.bind(this.store),
      evidenceToReverify: this.store.evidenceToReverify.bind(this.store),
      rejudge: this.store.rejudge.bind(this.store),
      ...overrides.store,
    };
    const queue = { ...queueOf(this.store), ...overrides.queue };
    const indexer = new ChartIndexer({
      store: parts,
      queue,
      openTarget: () => new MemoryStore(),
      verifier: overrides.verifier ?? new TestVerifier(),
      judge: () => overrides.judge ?? this.judgeWith(),
      schedule,
      staleAfterMs: overrides.staleAfterMs,
      now: this.clock.now,
      random: () => 0.5,
      walk: overrides.walk ?? this.walk,
    });
    return new WorkPump({
      queue,
      handlers: { chart: indexer, discovery: { handle: async () => {} } },
      logger: mockServices.logger.mock(),
      schedule,
      concurrency: 2,
      now: this.clock.now,
    });
  }

  /** Status and first reason of every version. */
  async verdicts(): Promise<Record<string, string[]>> {
    const page = await this.store.versions(CHART.chartId, {});
    return Object.fromEntries(
      (page?.items ?? []).map(({ version, verdict }) => [
        version,
        [verdict.status, verdict.reason.code],
      ]),
    );
  }
}

function queueOf({ queue }: DatabaseChartStore): WorkQueue {
  return {
    lease: options => queue.lease(options),
    renew: lease => queue.renew(lease),
    release: (lease, next) => queue.release(lease, next),
    giveBack: lease => queue.giveBack(lease),
    ensure: rows => queue.ensure(rows),
    makeDue: id => queue.makeDue(id),
    makeRowDue: key => queue.makeRowDue(key),
    reclaim: () => queue.reclaim(),
    backOff: (host, end, problem) => queue.backOff(host, end, problem),
    hostFailures: host => queue.hostFailures(host),
    hostAnswered: host => queue.hostAnswered(host),
  };
}
