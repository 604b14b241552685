import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OciLayout } from 'chart-provenance-oras';
import { cosign2Repository, cosign2Trust } from './__testUtils__/cosign2';
import { EXAMPLES, expectedRecords } from './__testUtils__/exampleCompany';
import { createVerifier, TrustInput, VerifyInput } from './verification';
import { spawnHostile } from './verification/worker/__testUtils__/spawnHostile';
import { walkRepository } from './walk';
import { nothingKnown } from './walk/__testUtils__/known';

jest.setTimeout(120_000);

type Target = Parameters<typeof walkRepository>[0];

const TRUST = join(EXAMPLES, 'trust');
const read = (path: string) => readFileSync(join(TRUST, path), 'utf8');

/** Everything that is in the examples' trust folder, besides the public root. */
function exampleTrust(): TrustInput {
  const keys = readdirSync(join(TRUST, 'keys'));
  return {
    roots: [
      {
        ...{ id: 'acme', type: 'file' },
        trustedRoot: JSON.parse(read('trusted_root.json')),
      },
      { id: 'public', type: 'publicGood' },
    ],
    keys: keys
      .filter(name => name.endsWith('.pub'))
      .map(name => ({ id: name, pem: read(`keys/${name}`) })),
    keyrings: keys
      .filter(name => name.endsWith('.asc'))
      .map(name => ({ id: name, armored: read(`keys/${name}`) })),
    stores: [],
  };
}

/** What the indexer would ask about a repository. */
async function questionsOf(target: Target): Promise<VerifyInput[]> {
  const walk = await walkRepository(target, nothingKnown(), {
    now: () => new Date('2026-11-23T00:00:00Z'),
  });
  return walk.evidence.flatMap(({ evidence, bytes, chart }) => {
    const { digest, format, subject } = evidence;
    return bytes ? [{ evidence: digest, format, bytes, subject, chart }] : [];
  });
}

async function outcomes(
  trust: TrustInput,
  workers: number,
  questions: readonly VerifyInput[],
) {
  const now = () => new Date('2026-11-23T00:00:00Z');
  const options = { workers, now, spawn: spawnHostile };
  const verifier = await createVerifier(trust, options);
  try {
    return await Promise.all(questions.map(each => verifier.verify(each)));
  } finally {
    await verifier.close();
  }
}

const repositories = [
  ...new Set(expectedRecords().map(({ repository }) => repository)),
];

it.each<[string, () => TrustInput, () => Promise<Target>[]]>([
  [
    'the examples',
    exampleTrust,
    () =>
      repositories.map(name =>
        OciLayout.open(join(EXAMPLES, 'registry', name)),
      ),
  ],
  [
    'what cosign 2 wrote',
    cosign2Trust,
    () =>
      ['keyed', 'timed', 'logged', 'referring', 'bundled'].map(
        cosign2Repository,
      ),
  ],
])(
  '%s: threads come to what the process itself comes to',
  async (_, trustOf, targets) => {
    const trust = trustOf();
    const each = await Promise.all(
      targets().map(async target => questionsOf(await target)),
    );
    const questions = each.flat();
    const here = await outcomes(trust, 0, questions);
    expect(questions.length).toBeGreaterThan(10);
    expect(
      here.flatMap(({ verifications }) =>
        verifications.filter(({ outcome }) => outcome === 'proven'),
      ).length,
    ).toBeGreaterThan(10);
    expect(await outcomes(trust, 2, questions)).toEqual(here);
  },
);
