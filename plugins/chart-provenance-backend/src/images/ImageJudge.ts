import { createHash } from 'node:crypto';
import {
  Distrust,
  judgeArtifact,
  reasonOf,
  TrustPolicy,
  Verdict,
} from 'backstage-plugin-chart-provenance-common';
import { VerifiedEvidence } from '../store';
import { materialHashOf } from '../verification';
import { ArtifactReading } from '../walk';
import { ImageRule } from './ImageRules';

/** Counted up when the judge itself, or what it is given, changes its mind about the same facts. */
const JUDGE_VERSION = 1;
const UNREAD = 'Not everything that is attached to it could be read.';

/** What images are judged by. */
export interface ImageJudgeOptions {
  policies: readonly TrustPolicy[];
  distrust: readonly Distrust[];
  verifier: { version: string; materials: { readonly hash: string } };
  now: () => Date;
}

/** Judges images by the policies for charts, on exactly their digest. */
export class ImageJudge {
  readonly #options: ImageJudgeOptions;

  constructor(options: ImageJudgeOptions) {
    this.#options = options;
  }

  /** Of the trust material in force, as outcomes name it. */
  get materialHash(): string {
    return materialHashOf(this.#options.verifier);
  }

  policyOf({ policy }: ImageRule): TrustPolicy | undefined {
    return this.#options.policies.find(({ name }) => name === policy);
  }

  /** Hash of everything but the image that its verdict depends on. What was decided under another is not shown as decided. */
  inputsHash(rule: ImageRule): string {
    const { distrust } = this.#options;
    return createHash('sha256')
      .update(
        JSON.stringify([
          JUDGE_VERSION,
          this.policyOf(rule) ?? null,
          rule.source,
          distrust,
          this.materialHash,
        ]),
      )
      .digest('hex');
  }

  judge(
    rule: ImageRule,
    {
      digest,
      evidence,
      complete,
      problems,
    }: ArtifactReading & { digest: string },
    verified: readonly VerifiedEvidence[],
    lastVerifiedAt: string | null,
  ): Verdict {
    const policy = this.policyOf(rule);
    const outcomes = verified.flatMap(({ verifications }) => verifications);
    const waiting = evidence.length > verified.length;
    const [problem] = problems.filter(({ note }) => !note);
    return judgeArtifact({
      artifact: {
        repository: rule.repository,
        name: rule.repository.slice(rule.repository.lastIndexOf('/') + 1),
        expectedSource: rule.source,
        policies: policy ? [policy] : [],
        problems: policy
          ? []
          : [
              reasonOf(
                'unknown-policy',
                `There is no policy named ${rule.policy}.`,
              ),
            ],
      },
      digest,
      evidence: evidence.map(one => one.evidence),
      verifications: outcomes,
      evidenceComplete:
        complete && !waiting
          ? { ok: true }
          : {
              ok: false,
              problem: problem ?? reasonOf('evidence-incomplete', UNREAD),
            },
      distrust: [...this.#options.distrust],
      now: this.#options.now().toISOString(),
      lastVerifiedAt,
    });
  }
}
