import { Verdict } from '../verdict/types';
import { applyFreshness } from './applyFreshness';
import { judge } from './judge';
import { inputOf, NOW } from './testing/judgeInputs';
import { good, wrongIdentity } from './testing/signatures';

/** As of now, under rules that are no longer in force. */
const otherwise = (verdict: Verdict) =>
  applyFreshness(verdict, {
    lastSuccessAt: NOW,
    maxStalenessMs: 86_400_000,
    now: NOW,
    problem: null,
    judgedOtherwise: true,
  });

describe('a verdict by rules that are no longer in force', () => {
  it('does not verify, and says when it last did', () => {
    const verified = judge(inputOf({ items: [good] }));
    expect(verified.status).toBe('verified');
    expect(otherwise(verified)).toMatchObject({
      status: 'indeterminate',
      reasons: [{ code: 'not-yet-judged' }],
      lastVerifiedAt: NOW,
    });
  });

  it('still warns', () => {
    const rejected = judge(inputOf({ items: [wrongIdentity] }));
    expect(rejected.status).toBe('rejected');
    const { status, reasons } = otherwise(rejected);
    expect(status).toBe('rejected');
    expect(reasons.map(({ code }) => code)).toContain('not-yet-judged');
  });
});
