import { REASONS } from '../verdict/reasons';
import type { ReasonCode } from '../verdict/types';
import { decideGate } from './decideGate';
import { gateMeaningOf } from './gateReasons';
import { OWNER, verdictOf, withVerdict } from './testing/gateFacts';

describe('decideGate', () => {
  it.each(Object.entries(REASONS))(
    'makes of a verdict for %s what its row says',
    (written, { status }) => {
      const code = written as ReasonCode;
      if (status === 'verified') {
        return;
      }
      const outcome = decideGate(withVerdict(verdictOf(status, [code])));
      const meaning = gateMeaningOf(code);
      expect(outcome).toMatchObject({
        decision: meaning.decision,
        proceed: false,
        verdict: status,
        retryAfterSeconds: meaning.retryAfterSeconds,
      });
      // Rejected and unsigned are never open: somebody has to do something.
      expect([code, outcome.decision === 'undecided']).toEqual([
        code,
        status === 'indeterminate' && meaning.retryAfterSeconds !== null,
      ]);
      expect(outcome.reasons).toEqual([
        {
          code,
          message: `Because of ${code}.`,
          side: REASONS[code].side,
          fix: REASONS[code].advice,
          who: {
            kind: meaning.who,
            entityRef: meaning.who === 'owner' ? OWNER : null,
          },
          passing: meaning.retryAfterSeconds !== null,
        },
      ]);
    },
  );

  it.each<[string, Parameters<typeof verdictOf>, 'deny' | 'undecided']>([
    // More evidence may still be found, and meet the policy.
    [
      'open, with a failure',
      ['indeterminate', ['stale', 'bad-signature']],
      'undecided',
    ],
    ['open, for good', ['indeterminate', ['stale', 'no-policy']], 'deny'],
    ['rejected, and stale', ['rejected', ['distrusted', 'stale']], 'deny'],
    ['rejected, for what passes', ['rejected', ['stale']], 'deny'],
    ['unsigned, without a word', ['unsigned', []], 'deny'],
    ['open, without a word', ['indeterminate', []], 'undecided'],
    ['open, because it is met', ['indeterminate', ['policy-met']], 'undecided'],
  ])('decides what is %s', (_, verdict, decision) => {
    const outcome = decideGate(withVerdict(verdictOf(...verdict)));
    expect(outcome).toMatchObject({ decision, proceed: false });
    expect(outcome.reasons).not.toEqual([]);
  });
});
