import { judge } from './judge';
import { judgeArtifact, JudgeArtifactInput } from './judgeArtifact';
import { JudgeInput } from './judgeInput';
import { DIGEST, inputOf, OTHER_DIGEST } from './testing/judgeInputs';
import {
  aboutOther,
  distrust,
  good,
  wrongIdentity,
  wrongSource,
} from './testing/signatures';

function artifactOf({ chart, subject, ...input }: JudgeInput) {
  const { digest } = subject;
  return { ...input, artifact: chart, digest } satisfies JudgeArtifactInput;
}

describe('judgeArtifact', () => {
  it.each<[string, JudgeInput, string]>([
    ['signed under the policy', inputOf({ items: [good] }), 'verified'],
    ['signed by another', inputOf({ items: [wrongIdentity] }), 'rejected'],
    [
      'built from another source',
      inputOf({ items: [wrongSource] }),
      'rejected',
    ],
    [
      'with a signature over another digest',
      inputOf({ items: [aboutOther] }),
      'rejected',
    ],
    ['not signed', inputOf(), 'unsigned'],
    [
      'distrusted by its digest',
      {
        ...inputOf({ items: [good] }),
        distrust: [distrust({ digest: DIGEST })],
      },
      'rejected',
    ],
    [
      'without a policy',
      {
        ...inputOf({ items: [good] }),
        chart: { ...inputOf().chart, policies: [] },
      },
      'indeterminate',
    ],
  ])('%s, as a chart is judged', (_, input, status) => {
    expect(judgeArtifact(artifactOf(input)).status).toBe(status);
    expect(judge(input).status).toBe(status);
  });

  it('asks for no name, version or tag, and says nothing of them', () => {
    const { requirements } = judgeArtifact(
      artifactOf(inputOf({ items: [good] })),
    );
    expect(requirements.map(({ id }) => id)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^tag-/)]),
    );
    const chart = { ...inputOf({ items: [good] }) };
    chart.subject = { ...chart.subject, configName: null };
    expect(judge(chart).status).toBe('indeterminate');
    expect(judgeArtifact(artifactOf(chart)).status).toBe('verified');
  });

  it('lends no signature of another digest', () => {
    const input = {
      ...artifactOf(inputOf({ items: [good] })),
      digest: OTHER_DIGEST,
    };
    expect(judgeArtifact(input).status).not.toBe('verified');
  });
});
