// Runs beside the unpacked packages: a bundle of the examples, by a thread of the built package and by this one.
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const NAME = 'backstage-plugin-chart-provenance-backend';
const examples = process.argv[2];
const json = (...path) =>
  JSON.parse(readFileSync(join(examples, ...path), 'utf8'));

/** The first signature of a chart that is meant to be verified, as the indexer would ask about it. */
function question() {
  const { repository, digest, evidence } = json('expected.json').records.find(
    ({ expected, signer }) => expected.verdict === 'verified' && signer.issuer,
  );
  const blob = name =>
    join(examples, 'registry', repository, 'blobs', name.replace(':', '/'));
  const manifest = evidence[0].digest;
  const { layers } = JSON.parse(readFileSync(blob(manifest), 'utf8'));
  return {
    evidence: manifest,
    format: 'sigstore-bundle-v0.3',
    bytes: readFileSync(blob(layers[0].digest)),
    subject: digest,
  };
}

const trust = () => ({
  roots: [
    {
      ...{ id: 'acme', type: 'file' },
      trustedRoot: json('trust', 'trusted_root.json'),
    },
  ],
  ...{ keys: [], keyrings: [], stores: [] },
});

async function verify(createVerifier, workers) {
  const verifier = await createVerifier(trust(), {
    workers,
    onEnded: message => console.error(message),
  });
  const outcome = await verifier.verify(question());
  const state = verifier.state();
  await verifier.close();
  return { outcome, state };
}

async function main() {
  const worker = require.resolve(`${NAME}/verifier-worker`);
  assert.match(worker, /\.cjs\.js$/);
  const folder = dirname(require.resolve(`${NAME}/package.json`));
  const built = join(folder, 'dist/verification/createVerifier.cjs.js');
  const { createVerifier } = require(built);

  const inThread = await verify(createVerifier, 1);
  assert.deepEqual(inThread.state, {
    ...{ workers: 1, busy: 0, done: 1, restarted: 0, problem: null },
  });
  assert.equal(inThread.outcome.verifications[0].outcome, 'proven');

  const inProcess = await verify(createVerifier, 0);
  assert.equal(inProcess.state.workers, 0);
  const plain = value => JSON.parse(JSON.stringify(value));
  assert.deepEqual(plain(inThread.outcome), plain(inProcess.outcome));
  // Nobody closes this one, and the process must end all the same.
  const left = await createVerifier(trust(), { workers: 1 });
  await left.verify(question());
  console.log('✔ a thread of the packed backend proves a signature');
  await check();
}

/** In a thread of its own too; nobody closes it. */
async function check() {
  assert.match(require.resolve(`${NAME}/lint-worker`), /\.cjs\.js$/);
  const folder = dirname(require.resolve(`${NAME}/package.json`));
  const built = join(folder, 'dist/service/lint/createChecker.cjs.js');
  const checker = require(built).createChecker();
  assert.equal(checker.constructor.name, 'LintPool');
  const { findings } = await checker.check({
    text: 'helm repo add acme oci://ghcr.io/acme/charts',
  });
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['repo-add-oci'],
  );
  console.log('✔ a thread of the packed backend checks a text');
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
