import {
  GateDecision,
  GateReasonCode,
} from 'backstage-plugin-chart-provenance-common';
import { gateReasonOf } from 'backstage-plugin-chart-provenance-common/gate';
import { DECISION } from '../../__testUtils__/attackedGate';
import { LookAgain } from './LookAgain';

const decisionFor = (
  chartId: string | null,
  ...codes: GateReasonCode[]
): GateDecision => ({
  ...DECISION,
  chartId,
  reasons: codes.map(code => gateReasonOf(code, 'x')),
});
const at = (seconds: number) => new Date(seconds * 1000);

describe('LookAgain', () => {
  it('has a chart looked at that a decision waits for, once in 30 seconds', async () => {
    const makeDue = jest.fn();
    const look = new LookAgain(makeDue);
    await look.after(decisionFor('a', 'version-not-seen'), at(0));
    await look.after(decisionFor('a', 'no-signature'), at(29));
    await look.after(decisionFor('b', 'evidence-too-old', 'stale'), at(29));
    await look.after(decisionFor('a', 'missing-attestation'), at(30));
    expect(makeDue.mock.calls).toEqual([['a'], ['b'], ['a']]);
  });

  it('leaves alone what a look would not change, and what nobody may know of', async () => {
    const makeDue = jest.fn();
    const look = new LookAgain(makeDue);
    await look.after(decisionFor('a'), at(0));
    await look.after(decisionFor('a', 'distrusted', 'not-pinned'), at(0));
    await look.after(decisionFor(null, 'version-not-seen'), at(0));
    expect(makeDue).not.toHaveBeenCalled();
  });
});
