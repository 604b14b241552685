import { decideGate } from './decideGate';
import { GATE_REASON_CODES, gateReasonOf } from './gateReasons';
import {
  ago,
  allowed,
  DIGEST,
  environment,
  NOW,
  OTHER,
  OWNER,
  verdictOf,
  withVerdict,
} from './testing/gateFacts';
import { image, listed, REFUSED, withImages } from './testing/refusedFacts';
import type { GateFacts } from './types';

const codesOf = (facts: GateFacts) =>
  decideGate(facts).reasons.map(({ code }) => code);
describe('decideGate', () => {
  it('allows what is verified, fresh and asked for as it should be', () => {
    expect(decideGate(allowed)).toEqual({
      decision: 'allow',
      proceed: true,
      enforced: true,
      enforcedFrom: null,
      resolved: `oci://ghcr.io/acme/charts/payments@${DIGEST}`,
      digest: DIGEST,
      version: '1.8.2',
      verdict: 'verified',
      reasons: [],
      evidenceAt: ago(5),
      expiresAt: '2027-03-01T12:15:00.000Z',
      retryAfterSeconds: null,
    });
  });

  it.each<[string, Partial<GateFacts>, string]>([
    [
      'the evidence becoming too old',
      { version: { ...allowed.version!, evidenceAt: ago(55) } },
      '2027-03-01T12:05:00.000Z',
    ],
    [
      'the bound of the caller',
      { require: { maxAgeSeconds: 420 } },
      '2027-03-01T12:02:00.000Z',
    ],
    [
      'the end of a key',
      withVerdict(
        verdictOf('verified', ['policy-met'], {
          countsUntil: '2027-03-01T12:01:00.000Z',
        }),
      ),
      '2027-03-01T12:01:00.000Z',
    ],
    [
      'a lifetime that cannot be read',
      { environment: { ...environment, lifetimeMs: NaN } },
      NOW,
    ],
  ])('lets an answer count no longer than %s', (_, extra, expiresAt) => {
    expect(decideGate({ ...allowed, ...extra })).toMatchObject({
      decision: 'allow',
      expiresAt,
    });
  });

  it.each(REFUSED)(
    'refuses %s',
    (_, facts, decision, codes, retryAfterSeconds) => {
      const outcome = decideGate({ ...allowed, ...facts });
      expect(outcome).toMatchObject({
        decision,
        proceed: false,
        expiresAt: null,
        retryAfterSeconds,
      });
      expect(outcome.reasons.map(({ code }) => code)).toEqual(codes);
    },
  );

  it('takes images that are all named by digest and verified', () => {
    const images = { ...listed, items: [image({}), image({})] };
    expect(decideGate(withImages(images)).decision).toBe('allow');
  });

  it('tells all that stands against it, and waits for nothing while something does not pass', () => {
    const facts = {
      ...withVerdict(verdictOf('unsigned', ['no-signature', 'stale'])),
      tag: { state: 'at' as const, digest: OTHER },
    };
    expect(codesOf(facts)).toEqual(['tag-elsewhere', 'no-signature', 'stale']);
    expect(decideGate(facts).retryAfterSeconds).toBeNull();
  });

  it('tells of an unknown chart nothing but that, whatever else is known', () => {
    const unknown = { ...allowed, chart: null };
    const nothing = { ...unknown, tag: null, version: null };
    expect(decideGate(unknown)).toEqual(decideGate(nothing));
    expect(decideGate(unknown)).toMatchObject({
      resolved: null,
      digest: null,
      version: null,
      verdict: null,
      evidenceAt: null,
    });
  });

  it.each<[string, boolean, string | null]>([
    ['always', true, null],
    ['never', false, null],
    ['2027-03-02', false, '2027-03-02'],
    ['2027-03-01', true, null],
    ['2026-12-31', true, null],
    ['', true, null],
    ['some day', true, null],
    ['2027-13-01', true, null],
  ])('enforces from %j on', (enforceFrom, enforced, enforcedFrom) => {
    const facts = {
      ...allowed,
      chart: null,
      environment: { ...environment, enforceFrom },
    };
    expect(decideGate(facts)).toMatchObject({
      decision: 'deny',
      proceed: !enforced,
      enforced,
      enforcedFrom,
    });
  });

  it('says of every reason what to do, and who can', () => {
    expect(new Set(GATE_REASON_CODES).size).toBe(GATE_REASON_CODES.length);
    for (const code of GATE_REASON_CODES) {
      const { fix, who } = gateReasonOf(code, 'x', OWNER);
      expect([code, fix.length > 10]).toEqual([code, true]);
      expect(who.entityRef).toBe(who.kind === 'owner' ? OWNER : null);
    }
  });
});
