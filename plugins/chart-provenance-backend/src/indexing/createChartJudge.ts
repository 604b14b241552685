import { createHash } from 'node:crypto';
import {
  atPresent,
  chartNameOf,
  Distrust,
  distrustReach,
  judge,
  JudgedChart,
  JudgeInput,
  Reason,
  reasonOf,
  TrustPolicy,
  vouchedStatements,
} from 'backstage-plugin-chart-provenance-common';
import { ChartJudge, ChartRecord, JudgeableVersion } from '../store';
import { materialHashOf } from '../verification';

/** Counted up when the judge itself, or what it is given, changes its mind about the same facts. */
const JUDGE_VERSION = 4;

/** Everything but the version that a verdict depends on. */
export interface ChartJudgeOptions {
  policies: readonly TrustPolicy[];
  distrust: readonly Distrust[];
  /** Hash of all trust material. */
  materialHash: string;
  verifierVersion: string;
  now: () => Date;
}

/** The judge of `-common`, given what the store knows. A version whose verdict key did not change is not judged again. */
export function createChartJudge(options: ChartJudgeOptions): ChartJudge {
  const { policies, distrust, materialHash, verifierVersion, now } = options;
  const inputsHash = hashOf([
    JUDGE_VERSION,
    policies,
    distrust,
    materialHash,
    verifierVersion,
  ]);
  return {
    inputsHash,
    materialHash: materialHashOf({
      version: verifierVersion,
      materials: { hash: materialHash },
    }),
    judge(chart, version) {
      const { previousKey, ...facts } = version;
      const at = now().toISOString();
      const key = hashOf([
        inputsHash,
        judgedFactsOf(chart),
        facts,
        notCountingAt(at, version),
      ]);
      if (key === previousKey) {
        return undefined;
      }
      const input: JudgeInput = {
        chart: judgedChartOf(chart, version, policies),
        subject: subjectOf(version),
        evidence: version.evidence,
        verifications: version.verifications,
        evidenceComplete: completenessOf(version),
        distrust: [...distrust],
        now: at,
      };
      const verdict = judge(input);
      return {
        key,
        verdict,
        vouched: vouchedStatements(verdict, input),
        distrustedBy: distrustReach(input),
      };
    },
  };
}

/** The proofs that do not count at this time: with it the verdict changes, though nothing else does. */
function notCountingAt(
  now: string,
  { verifications }: JudgeableVersion,
): unknown[] {
  return verifications
    .filter(verification => atPresent(verification, now) !== verification)
    .map(({ evidence, trust }) => [evidence, trust]);
}

/** The owner is part of the key: what was decided while it was somebody else's chart is decided again. */
function judgedFactsOf(chart: ChartRecord): unknown[] {
  return [
    chart.repository,
    chart.owner,
    chart.expectedSource,
    chart.policies,
    chart.requestedPolicies,
    chart.conflict,
  ];
}

function judgedChartOf(
  chart: ChartRecord,
  version: JudgeableVersion,
  policies: readonly TrustPolicy[],
): JudgedChart {
  const wanted = new Set([...chart.policies, ...chart.requestedPolicies]);
  return {
    repository: chart.repository,
    name: chartNameOf(chart.repository),
    expectedSource: chart.expectedSource,
    policies: policies.filter(({ name }) => wanted.has(name)),
    problems: [
      ...policyProblems(chart, policies),
      ...(chart.conflict.length > 0
        ? [
            reasonOf(
              'ownership-conflict',
              `${chart.conflict.length} entities claim this chart, and the operator names no owner.`,
            ),
          ]
        : []),
      ...versionProblems(version),
    ],
  };
}

/** A policy that cannot be applied is not left out: the verdict waits until somebody mends the name. */
function policyProblems(
  chart: ChartRecord,
  policies: readonly TrustPolicy[],
): Reason[] {
  const byName = new Map(policies.map(policy => [policy.name, policy]));
  const unknown = [...chart.policies, ...chart.requestedPolicies]
    .filter(name => !byName.has(name))
    .map(name =>
      reasonOf('unknown-policy', `There is no policy named ${name}.`),
    );
  const refused = chart.requestedPolicies
    .filter(
      name =>
        byName.get(name)?.selectable === false &&
        !chart.policies.includes(name),
    )
    .map(name =>
      reasonOf(
        'policy-not-selectable',
        `The policy ${name} is not one that entities may ask for.`,
      ),
    );
  return [...unknown, ...refused];
}

function versionProblems({ problem }: JudgeableVersion): Reason[] {
  return problem
    ? [{ code: problem.code, message: problem.message, side: problem.side }]
    : [];
}

function subjectOf(version: JudgeableVersion): JudgeInput['subject'] {
  return {
    digest: version.digest,
    configName: version.name || null,
    configVersion: version.version || null,
    tags: version.tags.map(({ tag, change, rolledBackFrom }) => ({
      tag,
      change: rolledBackFrom === null ? change : 'rollback',
    })),
    everTags: version.everTags,
  };
}

function completenessOf(
  version: JudgeableVersion,
): JudgeInput['evidenceComplete'] {
  const incomplete = (problem: Reason) => ({ ok: false as const, problem });
  if (!version.referrersRead) {
    return incomplete(
      reasonOf(
        'evidence-incomplete',
        'What is attached could not be listed yet.',
      ),
    );
  }
  if (version.awaitingBytes.length > 0) {
    return incomplete(
      reasonOf(
        'awaiting-bytes',
        'Evidence has to be fetched again before it can be judged.',
        version.awaitingBytes[0],
      ),
    );
  }
  return version.undecoded.length > 0
    ? incomplete(
        reasonOf(
          'evidence-incomplete',
          `${version.undecoded.length} of the attached manifests could not be read yet.`,
          version.undecoded[0],
        ),
      )
    : { ok: true };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
