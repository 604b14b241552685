import {
  applyFreshness,
  ChartImage,
  StaleRoot,
} from 'backstage-plugin-chart-provenance-common';
import { FoundImage } from 'backstage-plugin-chart-provenance-common/images';
import { ImageLook } from '../store';
import { ImageJudge } from './ImageJudge';
import { ImageRule } from './ImageRules';

/** What the status of an image depends on, besides the image. */
export interface ShownImageOptions {
  rule: ImageRule | undefined;
  look: ImageLook | undefined;
  judge: Pick<ImageJudge, 'inputsHash' | 'policyOf'>;
  rootsStale: readonly StaleRoot[];
  now: string;
}

type Shown = Pick<ChartImage, 'status' | 'reason'>;

/** An image with what is known of it, as of now. What was decided by other rules, or too long ago, is not decided. */
export function shownImage(
  image: FoundImage,
  options: ShownImageOptions,
): ChartImage {
  const { rule, look } = options;
  const isPinned = image.digest !== null;
  return {
    ...image,
    pinned: isPinned,
    ...statusOf(image, options),
    policy: rule?.policy ?? null,
    checkedAt: (rule && look?.checkedAt) ?? null,
  };
}

function statusOf(image: FoundImage, options: ShownImageOptions): Shown {
  const { rule, look, judge, rootsStale, now } = options;
  if (!rule) {
    return {
      status: 'not-configured',
      reason:
        'Nobody said who may sign it: no entry of images.repositories matches, and it was not looked at.',
    };
  }
  if (image.tag === null && image.digest === null) {
    return open('Which tag is deployed is not known, so it was not looked at.');
  }
  if (!look) {
    return open('It was not looked at yet.');
  }
  if (look.verdict === null) {
    return open(look.problem?.message ?? 'It could not be read yet.');
  }
  const verdict = applyFreshness(look.verdict, {
    lastSuccessAt: look.checkedAt,
    maxStalenessMs: judge.policyOf(rule)?.maxStalenessMs ?? 0,
    now,
    problem: look.problem,
    judgedOtherwise: look.inputsHash !== judge.inputsHash(rule),
    rootsStale,
  });
  const { message } = verdict.reasons[0];
  return {
    status: verdict.status,
    reason: image.digest
      ? message
      : `${message} That is ${look.digest}, at which the tag ${image.tag} pointed then; it may move.`,
  };
}

function open(reason: string): Shown {
  return { status: 'indeterminate', reason };
}
