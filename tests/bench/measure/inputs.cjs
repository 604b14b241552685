// Real signatures, made by cosign, Notation, Helm and gpg: each kind with the trust material it is meant for, and no other.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { dependency, EXAMPLES, product } = require('./product.cjs');

const { OciLayout } = dependency('chart-provenance-oras');

const NOTHING = { keys: [], roots: [], keyrings: [], stores: [] };
const read = path => readFileSync(join(EXAMPLES, path), 'utf8');

async function walked(target) {
  const { walkRepository } = product('walk');
  const { nothingKnown } = product('walk/__testUtils__/known.ts');
  const { evidence } = await walkRepository(target, nothingKnown(), {
    now: () => new Date(),
  });
  return evidence.flatMap(({ evidence: one, bytes, chart }) =>
    bytes
      ? [
          {
            ...{ evidence: one.digest, format: one.format },
            ...{ bytes, subject: one.subject, chart },
          },
        ]
      : [],
  );
}

async function examples() {
  const folder = join(EXAMPLES, 'registry/acme/charts');
  const each = readdirSync(folder).map(async name =>
    walked(await OciLayout.open(join(folder, name))),
  );
  return (await Promise.all(each)).flat();
}

/** Those that are proven under the trust material. */
async function proven(questions, trust) {
  const { createVerifier } = product('verification');
  const verifier = await createVerifier(trust, { workers: 0 });
  const outcomes = await Promise.all(
    questions.map(question => verifier.verify(question)),
  );
  return questions.filter((_, at) =>
    outcomes[at].verifications.some(({ outcome }) => outcome === 'proven'),
  );
}

async function kindOf(title, trust, questions) {
  const good = await proven(questions, { ...NOTHING, ...trust });
  if (good.length === 0) throw new Error(`no example of: ${title}`);
  return { title, trust: { ...NOTHING, ...trust }, questions: good };
}

const acme = () => ({
  ...{ id: 'acme', type: 'file' },
  trustedRoot: JSON.parse(read('trust/trusted_root.json')),
});

/** Bundles with a certificate, a log entry and its proof, as a release workflow makes them. */
exports.keyless = async () =>
  kindOf('Sigstore bundle, keyless', { roots: [acme()] }, await examples());

/** Every kind of evidence that is verified. */
exports.kinds = async () => [
  await exports.keyless(),
  await kindOf(
    'Sigstore bundle, key',
    { keys: [{ id: 'ledger', pem: read('trust/keys/ledger.pub') }] },
    await examples(),
  ),
  await legacy(),
  await notation(),
  await provenanceFiles(),
];

async function legacy() {
  const { cosign2Repository, cosign2Trust } = product(
    '__testUtils__/cosign2.ts',
  );
  const { keys } = cosign2Trust();
  return kindOf(
    'cosign 2 layer, key',
    { keys: keys.filter(({ id }) => id === 'p256') },
    await walked(await cosign2Repository('keyed')),
  );
}

async function notation() {
  const { CASES, envelopeOf, pemOf, SUBJECT } = product(
    'verification/notation/__testUtils__/notationCases.ts',
  );
  const good = CASES.filter(({ expected }) => expected === 'proven');
  const store = good[0].store;
  return kindOf(
    'Notation, X.509',
    { stores: [{ id: store, pem: pemOf(store) }] },
    good.map(({ name }) => ({
      ...{ evidence: `sha256:${name}`, format: 'notation' },
      ...{ bytes: envelopeOf(name), subject: SUBJECT },
    })),
  );
}

async function provenanceFiles() {
  const { chartOf, helmCases, provOf, ringOf } = product(
    'verification/provenanceFile/__testUtils__/helmCases.ts',
  );
  const good = helmCases.filter(({ expected }) => expected === 'proven');
  const ring = good[0].ring;
  return kindOf(
    'Helm .prov, OpenPGP',
    { keyrings: [{ id: ring, armored: ringOf(ring) }] },
    good
      .filter(one => one.ring === ring)
      .map(one => ({
        ...{ evidence: `sha256:${one.name}`, format: 'helm-provenance' },
        ...{ bytes: provOf(one.name), subject: 'sha256:1' },
        chart: chartOf(one),
      })),
  );
}
