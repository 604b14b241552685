import {
  ChartReference,
  chartIdOf,
  CompiledRepositoryRule,
  GateDecision,
  GateRequirements,
  matchRepository,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import {
  capMaxAge,
  decideGate,
  GateEnvironment,
  GateFacts,
} from 'backstage-plugin-chart-provenance-common/gate';
import {
  Coalescer,
  newDecisionId,
  PolicyHashes,
  TagQuestions,
  VersionFacts,
} from '../../gate';
import { ChartRecord, GateStore, GateSubject } from '../../store';
import { GateCaller } from '../GateService';
import { GateSight } from './GateSight';

/** A question, read. */
export interface GateQuestion {
  /** As asked. */
  written: string;
  reference: ChartReference;
  environment: GateEnvironment;
  require: GateRequirements;
}

/** Tells which images a version deploys, and what is known of them. */
export type ImagesOf = (
  chart: ChartRecord,
  digest: string,
) => Promise<NonNullable<GateFacts['version']>['images']>;

/** What {@link GateDecider} decides by. */
export interface GateDeciderOptions {
  store: Pick<GateStore, 'subject'>;
  sight: Pick<GateSight, 'mayRead'>;
  tags: Pick<TagQuestions, 'ask'>;
  versions: VersionFacts;
  hashes: PolicyHashes;
  rules: readonly CompiledRepositoryRule[];
  policies: readonly TrustPolicy[];
  images: ImagesOf;
  /** Of the trust material and the verifier in force, hex. */
  trustHash: () => string;
  /** Base of the app, without a slash at its end. */
  appUrl: string;
  now: () => Date;
}

type Read = Pick<GateFacts, 'chart' | 'tag' | 'version'> & {
  /** Names of the policies applied. */
  policies: string[];
  missing: string[];
};

const NOTHING: Read = {
  chart: null,
  tag: null,
  version: null,
  policies: [],
  missing: [],
};

/**
 * Gathers the facts and has them decided. Who may not see the chart is told the same as of one that is not there, after the same questions;
 * and for it, as for whatever no rule of the operator lets be read, no registry is asked.
 */
export class GateDecider {
  readonly #options: GateDeciderOptions;
  readonly #subjects = new Coalescer<GateSubject | undefined>();
  readonly #maxStaleness: ReadonlyMap<string, number>;

  constructor(options: GateDeciderOptions) {
    this.#options = options;
    this.#maxStaleness = new Map(
      options.policies.map(({ name, maxStalenessMs }) => [
        name,
        maxStalenessMs,
      ]),
    );
  }

  /** @throws whatever the store, the catalog or the permissions could not say */
  async decide(
    question: GateQuestion,
    caller: GateCaller,
  ): Promise<GateDecision> {
    const { now, hashes, trustHash, appUrl } = this.#options;
    const read = await this.#read(question, caller);
    const at = now();
    const environment = capMaxAge(
      question.environment,
      read.policies.flatMap(name => this.#maxStaleness.get(name) ?? []),
    );
    const stamp = {
      policyHash: hashes.of(read.policies, environment, question.require),
      trustHash: trustHash(),
      dryRun: caller.isUser,
    };
    const outcome = decideGate({
      ...read,
      ...stamp,
      asked: askedOf(question),
      environment,
      require: question.require,
      unknownPolicies: this.#unknown(question.require),
      missingAttestations: read.missing,
      now: at.toISOString(),
    });
    const id = newDecisionId(at);
    return {
      ...outcome,
      ...stamp,
      id,
      reference: question.written,
      chartId: read.chart?.chartId ?? null,
      entityRef: read.chart?.entityRef ?? null,
      environment: environment.name,
      policies: read.policies,
      decidedAt: at.toISOString(),
      url: `${appUrl}/chart-provenance/gate?decision=${id}`,
      offline: null,
    };
  }

  async #read(question: GateQuestion, caller: GateCaller): Promise<Read> {
    const { reference } = question;
    const { tag: askedTag = null, digest: askedDigest = null } = reference;
    const chartId = this.chartIdOf(reference);
    const first = chartId
      ? await this.#subject(chartId, askedDigest)
      : undefined;
    const mayRead = await this.#options.sight.mayRead(
      first?.chart,
      `${reference.registry}/${reference.repository}`,
      caller,
    );
    if (!first || !mayRead) {
      return NOTHING;
    }
    if (askedTag === null) {
      return this.#factsOf(first, null, question);
    }
    const tag = await this.#options.tags.ask(first.chart, askedTag);
    const digest = askedDigest ?? (tag.state === 'at' ? tag.digest : null);
    const again = await this.#subject(first.chart.chartId, digest, askedTag);
    // What was seen of it by the permission of one owner is not told under another.
    return again && again.chart.owner === first.chart.owner
      ? this.#factsOf(again, tag, question)
      : NOTHING;
  }

  /** Of what a rule of the operator lets be read; the registry as the operator writes it. */
  chartIdOf({
    registry,
    repository,
  }: Pick<ChartReference, 'registry' | 'repository'>): string | undefined {
    const { rules } = this.#options;
    const match = matchRepository(rules, registry, repository);
    return match && chartIdOf(match.registry, match.repository);
  }

  /**
   * Read anew for every question, or together with those who asked at the same time: a verdict that was taken back a moment ago must not pass
   * from memory. Under load it is one statement for all that wait, so nothing would be won by remembering it.
   */
  #subject(
    chartId: string,
    digest: string | null,
    tag: string | null = null,
  ): Promise<GateSubject | undefined> {
    return this.#subjects.ask(JSON.stringify([chartId, digest, tag]), () =>
      this.#options.store.subject(chartId, digest, tag),
    );
  }

  async #factsOf(
    subject: GateSubject,
    tag: GateFacts['tag'],
    { environment, require }: GateQuestion,
  ): Promise<Read> {
    const { versions, images } = this.#options;
    const added = [
      ...environment.policies,
      ...this.#known(require.policies ?? []),
    ];
    const policies = versions.policiesFor(subject, added);
    const { chart, version } = subject;
    const facts = {
      chart: {
        chartId: chart.chartId,
        registry: chart.registry,
        repository: chart.repository,
        entityRef: chart.owner,
        policies: [...chart.policies, ...chart.requestedPolicies],
      },
      tag,
      policies,
    };
    if (!version) {
      return { ...facts, version: null, missing: [] };
    }
    const { verdict, missing } = await versions.of(
      { ...subject, version },
      added,
      require.attestations ?? [],
    );
    return {
      ...facts,
      missing,
      version: {
        digest: version.digest,
        version: version.version,
        verdict,
        underTag: version.underTag,
        evidenceAt: subject.lastSuccessAt,
        images: environment.requireImages
          ? await images(chart, version.digest)
          : null,
      },
    };
  }

  #known(names: readonly string[]): string[] {
    return names.filter(name => this.#maxStaleness.has(name));
  }

  #unknown({ policies = [] }: GateRequirements): string[] {
    return policies.filter(name => !this.#maxStaleness.has(name));
  }
}

function askedOf({ written, reference }: GateQuestion): GateFacts['asked'] {
  return {
    reference: written,
    tag: reference.tag ?? null,
    digest: reference.digest ?? null,
  };
}
