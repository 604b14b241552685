// Verifications a second: in the process itself, in one thread, in two. They take turns of a fraction of a second, so that whatever else the
// machine does meanwhile slows all of them down alike.
const { kinds } = require('./inputs.cjs');
const { keepBusy } = require('./keepBusy.cjs');
const { product } = require('./product.cjs');

const { createVerifier } = product('verification');
const MODES = [0, 1, 2];

/** Processor time of the process, with all its threads, milliseconds. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measure({ title, trust, questions }, { turns, turnMs }) {
  const verifiers = await Promise.all(
    MODES.map(workers => createVerifier(trust, { workers })),
  );
  const spent = MODES.map(() => ({ answered: 0, ms: 0, cpuMs: 0 }));
  for (let turn = -1; turn < turns; turn++) {
    for (const [at, verifier] of verifiers.entries()) {
      const began = performance.now();
      const cpuBefore = cpuMs();
      const answered = await keepBusy(
        verifier,
        questions,
        8,
        () => performance.now() - began > turnMs,
      );
      // The first turn warms up.
      if (turn >= 0) {
        spent[at].answered += answered;
        spent[at].ms += performance.now() - began;
        spent[at].cpuMs += cpuMs() - cpuBefore;
      }
    }
  }
  await Promise.all(verifiers.map(verifier => verifier.close()));
  const rates = spent.map(({ answered, ms }) => (1000 * answered) / ms);
  const costs = spent.map(each => each.cpuMs / each.answered);
  return { title, inputs: questions.length, rates, costs };
}

async function main(options) {
  for (const kind of await kinds()) {
    console.log(JSON.stringify(await measure(kind, options)));
  }
}

main(JSON.parse(process.argv[2]));
