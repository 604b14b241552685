import { verifyProvenanceFile } from './verifyProvenanceFile';
import {
  ASKED_AT,
  chartOf,
  helmCases,
  provOf,
  ringOf,
} from './__testUtils__/helmCases';
import { prepareKeyring } from './prepareKeyring';

const SUBJECT = `sha256:${'5'.repeat(64)}`;

/** As the judge takes it: what does not count today proves nothing. */
async function judged(each: (typeof helmCases)[number]): Promise<string> {
  const armored = ringOf(each.ring);
  const ring = await prepareKeyring({ id: 'ring', armored }, ASKED_AT);
  const [outcome] = await verifyProvenanceFile(
    {
      evidence: 'sha256:e',
      bytes: provOf(each.name),
      subject: SUBJECT,
      chart: chartOf(each),
    },
    [ring],
  );
  expect(outcome.trust).toBe('keyring:ring');
  if (outcome.outcome === 'failed') {
    expect(outcome).not.toHaveProperty('signer');
    return outcome.code ?? '';
  }
  expect(outcome.subjects).toEqual([SUBJECT, each.chartLayerDigest]);
  expect(outcome.verifiedTimes).toEqual([]);
  const { countsFrom = '', countsUntil = '9' } = outcome;
  const now = ASKED_AT.toISOString();
  return countsFrom <= now && now < countsUntil
    ? 'proven'
    : 'certificate-expired';
}

describe('provenance files by helm and gpg', () => {
  it.each(helmCases.map(each => [each.name, each.expected, each] as const))(
    '%s: %s',
    async (_, expected, each) => {
      expect(await judged(each)).toBe(expected);
    },
  );

  it('are judged as helm judges them, or more strictly for a reason that is written down', () => {
    expect(helmCases.length).toBeGreaterThan(50);
    for (const { expected, differs, helm } of helmCases) {
      const words = Object.values(helm).flatMap(({ verify, pull }) => [
        verify.ok,
        pull.ok,
      ]);
      expect(words).toHaveLength(4);
      const ours = expected === 'proven';
      expect(
        words.every(ok => ok === ours) || (!ours && Boolean(differs)),
      ).toBe(true);
    }
  });
});
