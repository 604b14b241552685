import { exhibitsOf } from './proofs';
import {
  DIGEST,
  inputOf,
  keyless,
  OTHER_DIGEST,
  proven,
} from './testing/judgeInputs';

const good = proven(keyless, 'good');

describe('what counts as proven', () => {
  const [verification] = good.verifications;

  it('is what was proven, and all of it', () => {
    const [{ proofs, partial }] = exhibitsOf(inputOf({ items: [good] }));
    expect(proofs).toEqual([
      { evidence: good.evidence, verification, signer: keyless },
    ]);
    expect(partial).toEqual([]);
  });

  it('is never what failed, even where a row of the database names a signer', () => {
    const poisoned = {
      ...good,
      verifications: [{ ...verification, outcome: 'failed' as const }],
    };
    const [{ proofs, partial }] = exhibitsOf(inputOf({ items: [poisoned] }));
    expect([...proofs, ...partial]).toEqual([]);
  });

  it('is never what names nobody', () => {
    const nobody = {
      ...good,
      verifications: [{ ...verification, signer: undefined }],
    };
    const [{ proofs }] = exhibitsOf(inputOf({ items: [nobody] }));
    expect(proofs).toEqual([]);
  });

  it('is partial where something was not checked', () => {
    const gaps = {
      ...good,
      verifications: [{ ...verification, gaps: ['revocation'] }],
    };
    const [{ proofs, partial }] = exhibitsOf(inputOf({ items: [gaps] }));
    expect(proofs).toEqual([]);
    expect(partial).toHaveLength(1);
  });

  it('is never lent by another version', () => {
    const other = {
      ...good,
      evidence: { ...good.evidence, subject: OTHER_DIGEST },
    };
    const exhibits = exhibitsOf(inputOf({ items: [other, good] }));
    expect(exhibits.map(({ evidence }) => evidence.subject)).toEqual([DIGEST]);
  });
});
