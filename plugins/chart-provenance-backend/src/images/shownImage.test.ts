import {
  reasonOf,
  TrustPolicy,
  Verdict,
} from 'backstage-plugin-chart-provenance-common';
import { ImageLook } from '../store';
import { shownImage, ShownImageOptions } from './shownImage';

const NOW = '2026-11-23T12:00:00.000Z';
const DIGEST = `sha256:${'a'.repeat(64)}`;
const HOUR = 60 * 60 * 1000;

const image = {
  written: 'ghcr.io/acme/app:1',
  name: 'ghcr.io/acme/app',
  tag: '1',
  digest: DIGEST,
  usedBy: [],
};
const policy: TrustPolicy = {
  name: 'release',
  selectable: false,
  anyOf: [],
  requireAttestations: [],
  maxStalenessMs: HOUR,
};
const verified: Verdict = {
  status: 'verified',
  reasons: [reasonOf('policy-met', 'Signed by release.')],
  requirements: [
    {
      ...{ id: 'policy:release:signature', title: '', metBy: [], reasons: [] },
      result: 'met',
      signer: { kind: 'keyless', root: 'public', issuer: 'i', subject: 's' },
    },
  ],
  policies: ['release'],
  decidedAt: '2026-11-23T11:50:00.000Z',
};
const look: ImageLook = {
  reference: DIGEST,
  digest: DIGEST,
  verdict: verified,
  policy: 'release',
  inputsHash: 'inputs',
  checkedAt: '2026-11-23T11:50:00.000Z',
  attemptedAt: '2026-11-23T11:50:00.000Z',
  problem: null,
};
const options: ShownImageOptions = {
  rule: {
    host: 'ghcr.io',
    repository: 'acme/app',
    policy: 'release',
    source: null,
  },
  look,
  judge: { inputsHash: () => 'inputs', policyOf: () => policy },
  rootsStale: [],
  now: NOW,
};

describe('shownImage', () => {
  it('is verified, with who says so and when that was seen', () => {
    expect(shownImage(image, options)).toEqual({
      ...image,
      pinned: true,
      status: 'verified',
      reason: 'Signed by release.',
      policy: 'release',
      checkedAt: look.checkedAt,
    });
  });

  it.each<[string, Partial<ShownImageOptions>, string, RegExp]>([
    ['no rule names it', { rule: undefined }, 'not-configured', /Nobody said/],
    [
      'nobody looked',
      { look: undefined },
      'indeterminate',
      /not looked at yet/,
    ],
    [
      'it was never read, and why',
      {
        look: {
          ...look,
          verdict: null,
          problem: reasonOf('registry-denied', 'It said no.'),
        },
      },
      'indeterminate',
      /It said no/,
    ],
    [
      'the rules changed since',
      { judge: { inputsHash: () => 'others', policyOf: () => policy } },
      'indeterminate',
      /changed/,
    ],
    [
      'the look is too long ago',
      { now: '2026-11-23T13:00:00.000Z' },
      'indeterminate',
      /longer ago than the policy allows/,
    ],
    [
      'the policy is gone',
      { judge: { inputsHash: () => 'inputs', policyOf: () => undefined } },
      'indeterminate',
      /longer ago/,
    ],
    [
      'its trust root is stale',
      { rootsStale: [{ id: 'public', since: null }] },
      'indeterminate',
      /trust root public/,
    ],
    [
      'its key ended',
      {
        look: {
          ...look,
          verdict: { ...verified, countsUntil: '2026-11-23T11:59:00.000Z' },
        },
      },
      'rejected',
      /counted until/,
    ],
    [
      'it was refused, however long ago',
      {
        look: { ...look, verdict: { ...verified, status: 'rejected' } },
        now: '2027-11-23T13:00:00.000Z',
      },
      'rejected',
      /./,
    ],
  ])('not when %s', (_, changes, status, reason) => {
    expect(shownImage(image, { ...options, ...changes })).toMatchObject({
      status,
      reason: expect.stringMatching(reason),
    });
  });

  it('says of a tag what it pointed at', () => {
    const tagged = { ...image, digest: null };
    expect(
      shownImage(tagged, { ...options, look: { ...look, reference: '1' } }),
    ).toMatchObject({
      pinned: false,
      status: 'verified',
      reason: `Signed by release. That is ${DIGEST}, at which the tag 1 pointed then; it may move.`,
    });
    expect(shownImage({ ...tagged, tag: null }, options)).toMatchObject({
      pinned: false,
      status: 'indeterminate',
      reason: expect.stringMatching(/Which tag is deployed is not known/),
    });
  });
});
