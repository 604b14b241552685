import { reasonOf, Verdict } from 'backstage-plugin-chart-provenance-common';
import { ReadOnlyTarget } from 'chart-provenance-oras';
import {
  hostBackOff,
  reschedule,
  Schedule,
  Verifier,
  WorkHandler,
} from '../indexing';
import { verifyEvidence } from '../indexing/verifyEvidence';
import { ImageLook, ImageStore, Lease, WorkQueue } from '../store';
import { ArtifactReading, readArtifact, WalkProblem } from '../walk';
import { dueReferences } from './dueReferences';
import { ImageJudge } from './ImageJudge';
import { ImageRule, ImageRules } from './ImageRules';

/** References of one repository that are looked at, at all. */
const MAX_REFERENCES = 500;

/** The registry did not answer, or asked to be left alone. */
const SILENT: ReadonlySet<string> = new Set([
  'registry-unreachable',
  'registry-limited',
]);

const NOT_READ: WalkProblem = reasonOf(
  'evidence-incomplete',
  'It could not be read to its end.',
);

const REPLACED: WalkProblem = reasonOf(
  'not-yet-judged',
  'The trust material changed while it was looked at.',
);

/** What looking at images needs. */
export interface ImageLooksOptions {
  rules: ImageRules;
  judge: ImageJudge;
  store: Pick<
    ImageStore,
    'repositoryOfKey' | 'referencesOf' | 'looks' | 'recordLooks' | 'retire'
  >;
  queue: Pick<WorkQueue, 'backOff' | 'hostFailures' | 'hostAnswered'>;
  openTarget: (host: string, repository: string) => ReadOnlyTarget;
  verifier: Verifier;
  schedule: Schedule;
  now: () => Date;
  /** In [0, 1); `Math.random` unless told. */
  random?: () => number;
}

/**
 * Looks at the signatures of one repository of images, at the references that charts name and no others. Without a rule of the operator nothing is
 * contacted. A look that failed changes no verdict: it grows old.
 */
export class ImageLooksHandler implements WorkHandler {
  readonly #options: ImageLooksOptions;

  constructor(options: ImageLooksOptions) {
    this.#options = options;
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const { store, rules, judge, now } = this.#options;
    const name = await store.repositoryOfKey(lease.key);
    const rule = name === undefined ? undefined : rules.of(name);
    const references =
      name === undefined || !rule
        ? []
        : await store.referencesOf(name, MAX_REFERENCES);
    if (name === undefined || !rule || references.length === 0) {
      await store.retire(lease);
      return;
    }
    const known = new Map(
      (await store.looks(name)).map(look => [look.reference, look]),
    );
    const due = dueReferences(references, known, {
      inputsHash: judge.inputsHash(rule),
      maxStalenessMs: judge.policyOf(rule)?.maxStalenessMs ?? null,
      now: now(),
    });
    const looks: ImageLook[] = [];
    let problem: WalkProblem | undefined;
    for (const reference of due) {
      const { look, failure } = await this.#look(
        rule,
        reference,
        known.get(reference),
        signal,
      );
      looks.push(look);
      problem ??= failure;
      if (failure && SILENT.has(failure.code)) {
        break;
      }
    }
    const { schedule, random = Math.random } = this.#options;
    await store.recordLooks(
      name,
      looks,
      lease,
      reschedule(lease, problem, schedule, now(), random()),
    );
    await this.#rememberHost(lease.host, problem, due.length > 0);
  }

  async #look(
    rule: ImageRule,
    reference: string,
    before: ImageLook | undefined,
    signal: AbortSignal,
  ): Promise<Looked> {
    const { openTarget, verifier, now } = this.#options;
    const reading = await readArtifact(
      openTarget(rule.host, rule.repository),
      reference,
      { signal, decode: (evidence, bytes) => verifier.decode(evidence, bytes) },
    );
    const attemptedAt = now().toISOString();
    const failure = reading.problems.find(({ note }) => !note);
    const keep = (problem: WalkProblem): Looked => ({
      look: { ...unread(reference, rule, before), attemptedAt, problem },
      failure: problem,
    });
    if (!isListed(reading)) {
      return keep(failure ?? NOT_READ);
    }
    const judged = await this.#judge(rule, reading, before, signal);
    if (judged === 'replaced') {
      return keep(REPLACED);
    }
    const isWhole = reading.complete || judged.verdict?.status === 'verified';
    if (!isWhole && isSame(before, judged)) {
      return keep(failure ?? NOT_READ);
    }
    const checkedAt = isWhole ? attemptedAt : before?.checkedAt ?? null;
    const problem = failure ?? null;
    const look = { ...judged, reference, attemptedAt, checkedAt, problem };
    return { look, failure };
  }

  /** `replaced`: other trust material was put in force meanwhile, so nothing is known. */
  async #judge(
    rule: ImageRule,
    reading: ListedReading,
    before: ImageLook | undefined,
    signal: AbortSignal,
  ): Promise<
    Pick<ImageLook, 'digest' | 'verdict' | 'policy' | 'inputsHash'> | 'replaced'
  > {
    const { verifier, judge } = this.#options;
    const inputsHash = judge.inputsHash(rule);
    const { materialHash } = judge;
    const verified = await verifyEvidence(reading.evidence, verifier);
    signal.throwIfAborted();
    const isOther = verified.some(one => one.materialHash !== materialHash);
    if (isOther || judge.materialHash !== materialHash) {
      return 'replaced';
    }
    const { digest } = reading;
    const last = lastVerifiedAt(before, digest);
    const verdict = judge.judge(rule, reading, verified, last);
    return { digest, verdict, policy: rule.policy, inputsHash };
  }

  /** A registry that does not answer, or asks us to wait, is left alone by all replicas. */
  async #rememberHost(
    host: string,
    problem: WalkProblem | undefined,
    asked: boolean,
  ): Promise<void> {
    const { queue, schedule, now } = this.#options;
    if (problem && SILENT.has(problem.code)) {
      const failures = await queue.hostFailures(host);
      const until = hostBackOff(problem, failures, schedule, now());
      await queue.backOff(host, until, problem.message);
    } else if (asked) {
      await queue.hostAnswered(host);
    }
  }
}

interface Looked {
  look: ImageLook;
  failure: WalkProblem | undefined;
}

type ListedReading = ArtifactReading & { digest: string };

/** A listing that broke off says nothing of what is absent. */
function isListed(reading: ArtifactReading): reading is ListedReading {
  return reading.digest !== null && reading.listed;
}

/** Is a verdict on the very same bytes known, by the same rules? A look that broke off does not take its place: it grows old. */
function isSame(
  before: ImageLook | undefined,
  { digest, inputsHash }: Pick<ImageLook, 'digest' | 'inputsHash'>,
): boolean {
  return (
    before?.verdict !== null &&
    before?.digest === digest &&
    before?.inputsHash === inputsHash
  );
}

/** What was known stays, with its age; what a tag pointed at before is no longer said to be what it points at. */
function unread(
  reference: string,
  rule: ImageRule,
  before: ImageLook | undefined,
): Omit<ImageLook, 'attemptedAt' | 'problem'> {
  return {
    reference,
    digest: before?.digest ?? null,
    verdict: before?.verdict ?? null,
    policy: before?.policy ?? rule.policy,
    inputsHash: before?.inputsHash ?? null,
    checkedAt: before?.checkedAt ?? null,
  };
}

function lastVerifiedAt(
  before: ImageLook | undefined,
  digest: string,
): string | null {
  const verdict: Verdict | null | undefined = before?.verdict;
  if (!before || !verdict || before.digest !== digest) {
    return null;
  }
  return verdict.status === 'verified'
    ? before.checkedAt
    : verdict.lastVerifiedAt ?? null;
}
