import { Verdict } from '../verdict/types';
import { judgeAs } from './judge';
import { JudgedChart, JudgeInput } from './judgeInput';

/**
 * Everything the verdict on an artifact that is no chart depends on.
 *
 * @public
 */
export interface JudgeArtifactInput
  extends Omit<JudgeInput, 'chart' | 'subject'> {
  artifact: JudgedChart;
  /** Of its manifest, or of the index that stands for it on all platforms. */
  digest: string;
}

/**
 * The verdict for an artifact other than a chart, such as a container image: by the same rules as {@link judge}, on exactly this digest, without
 * those about names and tags. A chart says its own name and version, and its tags have to agree; an image says neither, and its tags promise
 * nothing: what points where is for whoever asks about a tag.
 *
 * @public
 */
export function judgeArtifact({
  artifact,
  digest,
  ...input
}: JudgeArtifactInput): Verdict {
  return judgeAs(
    {
      ...input,
      chart: artifact,
      subject: {
        digest,
        configName: null,
        configVersion: null,
        tags: [],
        everTags: [],
      },
    },
    [],
  );
}
