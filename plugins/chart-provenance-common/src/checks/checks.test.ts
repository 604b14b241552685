import { CheckStatus } from '../api/migrationTypes';
import { consumer, factsOf, legacyConsumer } from '../migration/testing/facts';
import { CHECK_IDS } from './checks';
import { runChecks, runSharedChecks } from './runChecks';
import { CONSUMER_ROWS } from './testing/consumerRows';
import { PUBLISH_ROWS } from './testing/publishRows';
import { SHARED_ROWS } from './testing/sharedRows';
import { SIGNED_ROWS } from './testing/signRows';

const ROWS = {
  ...PUBLISH_ROWS,
  ...SIGNED_ROWS,
  ...CONSUMER_ROWS,
  ...SHARED_ROWS,
};

/** What no facts lead to, and why. */
const IMPOSSIBLE: Record<string, CheckStatus[]> = {
  // Every chart in the inventory is meant to be in a registry, and signed.
  'in-oci': ['notApplicable'],
  signed: ['notApplicable'],
  sbom: ['notApplicable'],
  provenance: ['notApplicable'],
  'no-moved-tags': ['notApplicable'],
  'consumers-readable': ['notApplicable'],
};

function result(id: string, facts: Parameters<typeof factsOf>[0]) {
  const found = runChecks(factsOf(facts)).filter(one => one.id === id);
  expect(found).toHaveLength(1);
  return found[0];
}

describe.each(CHECK_IDS)('%s', id => {
  it.each(ROWS[id])('%s', (_, extra, status, message) => {
    const { nextAction, ...found } = result(id, extra);
    expect(found).toMatchObject({ status, message });
    const settled = status === 'pass' || status === 'notApplicable';
    expect(nextAction === null).toBe(settled);
  });

  it('is tried with each of its results', () => {
    const all: CheckStatus[] = ['pass', 'fail', 'unknown', 'notApplicable'];
    const tried = new Set(ROWS[id].map(([, , status]) => status));
    const possible = all.filter(one => !IMPOSSIBLE[id]?.includes(one));
    expect([...tried].sort()).toEqual(possible.sort());
  });
});

describe('runChecks', () => {
  it('has exactly one result a check, in a fixed order, with what people read', () => {
    const results = runChecks(factsOf());
    expect(results.map(({ id }) => id)).toEqual(CHECK_IDS);
    for (const { claim, why, message } of results) {
      for (const text of [claim, why, message]) {
        expect(text).toMatch(/^[A-Z0-9].*[.!]$|^https:.*\.$/);
      }
    }
  });

  it('names no consumer: not every reader may see who it is', () => {
    const consumers = [
      consumer('a', { pin: 'range' }),
      legacyConsumer('b'),
      consumer('c', { pin: 'templated' }),
    ];
    expect(JSON.stringify(runChecks(factsOf({ consumers })))).not.toContain(
      'secret-name',
    );
  });

  it('shows at most 20 pieces of evidence, and counts the others', () => {
    const consumers = Array.from({ length: 33 }, (_, n) =>
      legacyConsumer(`c${n}`),
    );
    const { evidence, moreEvidence } = result('off-legacy', { consumers });
    expect([evidence.length, moreEvidence]).toEqual([20, 13]);
    expect(evidence[0]).toEqual({
      text: 'HelmRelease in production, by version: https://charts.acme.dev payments 1.8.1',
      link: { to: 'consumer', id: 'c0' },
    });
  });

  it('says who has to act: whoever can close the gap, else whom the check names', () => {
    const who = (id: string, facts: Parameters<typeof factsOf>[0]) =>
      result(id, facts).responsible;
    expect(who('off-legacy', { consumers: [legacyConsumer('a')] })).toBe(
      'consumer',
    );
    expect(who('off-legacy', { sources: [] })).toBe('platform');
    expect(who('signed', { policies: [] })).toBe('platform');
    expect(who('signed', {})).toBe('owner');
  });

  it('inherits what is decided once, unchanged', () => {
    const facts = factsOf();
    const inherited = runChecks(facts).filter(one => one.inheritedFrom);
    expect(inherited).toEqual(runSharedChecks(facts));
    expect(inherited.map(one => one.inheritedFrom)).toEqual([
      'consumer sources',
      'https://charts.acme.dev',
    ]);
  });
});
