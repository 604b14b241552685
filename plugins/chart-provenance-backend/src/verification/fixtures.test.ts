import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OciLayout } from 'chart-provenance-oras';
import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { KnownChart, walkRepository } from '../walk';
import { createVerifier, EvidenceVerifier, TrustInput } from '.';

// A loaded machine takes several times as long.
jest.setTimeout(60_000);

const EXAMPLES = join(__dirname, '../../../../examples');
const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(join(EXAMPLES, path), 'utf8'));

const expectedSchema = z.object({
  records: z.array(
    z.object({
      repository: z.string(),
      tag: z.string().nullable(),
      digest: z.string(),
      chartLayerDigest: z.string(),
      expected: z.object({ reason: z.string().nullable() }),
      signer: z
        .union([
          z.object({ key: z.string() }),
          z.object({ issuer: z.string(), subject: z.string() }),
        ])
        .nullable()
        .optional(),
      evidence: z.array(
        z.object({
          digest: z.string(),
          kind: z.string(),
          predicateType: z.string(),
        }),
      ),
    }),
  ),
});
const { records } = expectedSchema.parse(readJson('expected.json'));
const tagged = records.filter(record => record.tag !== null);
const repositories = [...new Set(tagged.map(({ repository }) => repository))];

/** Reasons that are found by cryptography; the others are the policy's. */
const FAILURES: Record<string, ReasonCode> = {
  'subject-mismatch': 'digest-mismatch',
  'digest-mismatch': 'digest-mismatch',
  'bad-signature': 'bad-signature',
  'untrusted-key': 'untrusted-key',
};

const NOTHING_KNOWN: KnownChart = {
  versions: new Set(),
  tags: new Map(),
  evidence: new Map(),
  referrersReadAt: new Map(),
};

const TRUST: TrustInput = {
  roots: [
    {
      id: 'acme',
      type: 'file',
      trustedRoot: readJson('trust/trusted_root.json'),
    },
    { id: 'public', type: 'publicGood' },
  ],
  keys: [
    {
      id: 'ledger',
      pem: readFileSync(join(EXAMPLES, 'trust/keys/ledger.pub'), 'utf8'),
    },
  ],
  keyrings: [],
  stores: [],
};

let verifier: EvidenceVerifier;

beforeAll(async () => {
  verifier = await createVerifier(TRUST, { workers: 0 });
});

describe('charts made by helm and signed by cosign', () => {
  it('cover every repository of the example', () => {
    expect(repositories.length).toBeGreaterThanOrEqual(8);
  });

  it.each(repositories)('%s', async repository => {
    const target = await OciLayout.open(join(EXAMPLES, 'registry', repository));
    const walk = await walkRepository(target, NOTHING_KNOWN, {
      now: () => new Date('2026-11-22T00:00:00Z'),
    });
    expect(walk.problems).toEqual([]);
    const own = tagged.filter(record => record.repository === repository);
    expect(walk.tags.map(({ tag, digest }) => ({ tag, digest }))).toEqual(
      own
        .map(({ tag, digest }) => ({ tag, digest }))
        .sort((a, b) => (`${a.tag}` < `${b.tag}` ? -1 : 1)),
    );
    for (const record of own) {
      const version = walk.versions.find(
        ({ digest }) => digest === record.digest,
      );
      expect(version).toMatchObject({
        name: repository.split('/').pop(),
        chartLayerDigest: record.chartLayerDigest,
      });
      const evidence = walk.evidence.filter(
        each =>
          each.evidence.subject === record.digest &&
          each.evidence.kind !== 'provenance-file',
      );
      expect(
        evidence.map(({ evidence: { digest, kind, predicateType } }) => ({
          digest,
          kind,
          predicateType,
        })),
      ).toEqual(
        [...record.evidence].sort((a, b) => (a.digest < b.digest ? -1 : 1)),
      );
      for (const each of evidence) {
        await expectOutcome(record, each);
      }
    }
  });
});

async function expectOutcome(
  record: (typeof records)[number],
  {
    evidence,
    bytes,
  }: Awaited<ReturnType<typeof walkRepository>>['evidence'][0],
): Promise<void> {
  const { signer } = record;
  const byKey = signer && 'key' in signer;
  const { verifications } = await verifier.verify({
    evidence: evidence.digest,
    format: evidence.format,
    bytes: bytes ?? new Uint8Array(),
    subject: record.digest,
  });
  const outcome = verifications.find(
    ({ trust }) => trust === (byKey ? 'key:ledger' : 'root:acme'),
  );
  const failure = FAILURES[record.expected.reason ?? ''];
  expect(outcome).toMatchObject(
    failure
      ? { outcome: 'failed', code: failure }
      : {
          outcome: 'proven',
          signer,
          subjects: [record.digest],
          predicateType: evidence.predicateType,
        },
  );
}
