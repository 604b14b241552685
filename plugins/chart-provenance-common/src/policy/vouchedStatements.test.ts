import { judge } from './judge';
import {
  asksGenerator,
  byGenerator,
  GENERATOR,
  slsa,
  WORKFLOW,
} from './testing/attestations';
import {
  inputOf,
  Item,
  keyless,
  policy,
  proven,
  SLSA,
  SPDX,
} from './testing/judgeInputs';
import { good, sbom, sbomByOther } from './testing/signatures';
import { vouchedStatements } from './vouchedStatements';

const source = 'https://github.com/acme/payments';
const required = slsa(byGenerator, 'v0', { builderId: GENERATOR, source });
const unasked = proven(byGenerator, 'v1', { predicateType: SPDX });
const lying = slsa(keyless, 'v2', { builderId: GENERATOR, source });
const own = slsa(keyless, 'v3', { builderId: WORKFLOW, source });

function vouched(items: Item[], distrust: Parameters<typeof inputOf>[0] = {}) {
  const input = inputOf({
    items,
    chart: {
      policies: [
        policy({
          requireAttestations: [{ type: SLSA, anyOf: [asksGenerator] }],
        }),
      ],
    },
    ...distrust,
  });
  return vouchedStatements(judge(input), input).map(({ evidence }) => evidence);
}

describe('vouchedStatements', () => {
  it('are those of the signer and those the policy asks of another, and no others', () => {
    const items = [good, sbom, sbomByOther, required, unasked, lying, own];
    expect(vouched(items).sort()).toEqual(
      [sbom, required, own].map(({ evidence }) => evidence.digest).sort(),
    );
  });

  it('are none while the version is not verified, or once they are distrusted', () => {
    expect(vouched([good, sbom])).toEqual([]);
    const digest = sbom.evidence.digest;
    const distrust = [{ id: 'd', reason: 'r.', digest }];
    expect(vouched([good, sbom, required], { distrust })).toEqual([
      required.evidence.digest,
    ]);
  });
});
