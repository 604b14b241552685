// What bundles cost that were written to cost as much as can be, in a thread or, with 0, in the process itself.
const { product } = require('./product.cjs');

const { createVerifier } = product('verification');
const { decodeBundle, keepBundle } = product('evidence');
const { HOSTILE } = product('verification/__testUtils__/hostileInputs.ts');
const { bytesOf, SigstoreLab } = product(
  'verification/__testUtils__/SigstoreLab.ts',
);

const SUBJECT = `sha256:${'1'.repeat(64)}`;
const MIB = 1024 * 1024;
const RUNS = 3;

function cpuMs() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const peakMiB = () => process.resourceUsage().maxRSS / 1024;

async function main({ workers }) {
  const lab = await SigstoreLab.create();
  const good = await lab.sign({ subject: SUBJECT });
  const trust = {
    roots: [{ id: 'lab', type: 'file', trustedRoot: lab.trustedRoot }],
    ...{ keys: [], keyrings: [], stores: [] },
  };
  const verifier = await createVerifier(trust, { workers });
  const evidence = {
    ...{ digest: 'sha256:e', subject: SUBJECT, kind: 'unknown' },
    ...{ format: 'unknown', mediaType: '' },
  };
  // As a walk does: decoded where everything else happens, bounded; verified by whoever verifies.
  const read = async bundle => {
    const { format, problem } = decodeBundle(evidence, bundle);
    if (problem) return;
    await verifier.verify({
      ...{ evidence: 'sha256:e', format, subject: SUBJECT },
      bytes: keepBundle({ bundle }),
    });
  };
  for (let warm = 0; warm < 20; warm++) await read(bytesOf(good));
  const inputs = HOSTILE.filter(({ reader }) => reader === 'bundle').map(
    ({ what, make }) => ({ what, bytes: make(good) }),
  );
  global.gc();
  const heldBefore = process.memoryUsage.rss() / MIB;
  const costs = [];
  for (const { what, bytes } of inputs) {
    const each = [];
    for (let run = 0; run < RUNS; run++) {
      const before = cpuMs();
      await read(bytes);
      each.push(cpuMs() - before);
    }
    // The least of several: rubbish of others is collected in some of them.
    costs.push({
      ...{ what, mib: bytes.length / MIB },
      cpuMs: Math.min(...each),
    });
    global.gc();
  }
  const grownMiB = Math.max(0, peakMiB() - heldBefore);
  const state = verifier.state();
  await verifier.close();
  console.log(JSON.stringify({ workers, costs, grownMiB, state }));
}

main(JSON.parse(process.argv[2]));
