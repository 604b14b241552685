import { EntityProvenance } from 'backstage-plugin-chart-provenance-common';
import { hideClaimants } from './hideClaimants';

const SEEN = 'component:default/seen';
const HIDDEN = 'component:secret/acquisition';

function answer(claimants?: string[]): EntityProvenance {
  return {
    entityRef: 'component:default/payments',
    charts: [],
    problems: [
      {
        code: 'ownership-conflict',
        message: `oci://ghcr.io/acme/x is also claimed by ${(
          claimants ?? []
        ).join(', ')}.`,
        fix: `Ask ${HIDDEN}.`,
        claimants,
      },
    ],
    catalogSeenAt: null,
  };
}

describe('hideClaimants', () => {
  it('leaves the claimants that the reader may see', async () => {
    const { problems } = await hideClaimants(
      answer([SEEN]),
      async refs => new Set(refs),
    );
    expect(problems[0].claimants).toEqual([SEEN]);
    expect(problems[0].message).toContain(SEEN);
  });

  it('lets nothing through of one that the reader may not see', async () => {
    const hidden = await hideClaimants(
      answer([SEEN, HIDDEN]),
      async () => new Set([SEEN]),
    );
    expect(hidden.problems[0].claimants).toEqual([SEEN]);
    expect(JSON.stringify(hidden)).not.toContain('acquisition');
    expect(hidden.problems[0].message).toContain(`${SEEN}, another entity`);
  });

  it('asks about at most 200, and hides the others', async () => {
    const many = Array.from(
      { length: 300 },
      (_, i) => `component:default/c${i}`,
    );
    const readable = jest.fn(async (refs: string[]) => new Set(refs));
    const { problems } = await hideClaimants(answer(many), readable);
    expect(readable).toHaveBeenCalledTimes(1);
    expect(readable.mock.calls[0][0]).toHaveLength(200);
    expect(problems[0].claimants).toHaveLength(200);
    expect(problems[0].message).not.toContain('c299');
  });

  it('asks nothing when nobody is named', async () => {
    const readable = jest.fn();
    await hideClaimants(answer(undefined), readable);
    expect(readable).not.toHaveBeenCalled();
  });
});
