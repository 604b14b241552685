// `yarn gate-test`: 500 questions a second to the gate of a real backend on PostgreSQL, while the registry, the database and the trust root fail
// and come back. No answer may be wrong meanwhile: a failure may keep the gate from deciding, and never makes it say yes.
import { setTimeout as sleep } from 'node:timers/promises';
import { runScript } from '../../scripts/lib/say.mjs';
import { startGround, TOKENS } from './lib/ground.mjs';
import { Load, percentile } from './lib/load.mjs';
import { decided, neverWrong, questionsOf } from './lib/questions.mjs';

const PER_SECOND = 500;
const READY_MS = 120_000;
/** A trust root is looked at again every 30 seconds. */
const ROOT_BACK_MS = 90_000;

const say = line => console.log(line);
let failures = 0;

function must(what, holds, otherwise = '') {
  say(`  ${holds ? '✔' : '✖'} ${what}${holds ? '' : `: ${otherwise}`}`);
  if (!holds) failures += 1;
}

/** Asks at full rate for a while and tells what came of it. */
async function phase(load, title, { seconds, perSecond = PER_SECOND, check }) {
  load.check = check;
  const seen = await load.run({ perSecond, seconds });
  const ms = hundred => percentile(seen.latencies, hundred).toFixed(1);
  say(
    `${title}: ${seen.sent} questions in ${seconds} s, p50 ${ms(
      50,
    )} ms, p99 ${ms(99)} ms, ${JSON.stringify(seen.statuses)}${
      seen.lost ? `, ${seen.lost} without an answer` : ''
    }`,
  );
  must(
    'no wrong answer',
    seen.wrong.length === 0,
    `${seen.wrong.length}, e.g. ${[...new Set(seen.wrong)]
      .slice(0, 3)
      .join('; ')}`,
  );
  return seen;
}

/** Asks every question until all are decided as they must be. */
async function untilDecided(load, questions, limitMs) {
  const until = Date.now() + limitMs;
  let last = 'nothing was asked';
  while (Date.now() < until) {
    const wrong = [];
    for (const question of questions) {
      const answer = await load.send(question.body, TOKENS[0]);
      const problem = answer ? decided(question, answer) : 'no answer';
      const wrongly = answer && neverWrong(question, answer);
      // Until everything is known a chart may be refused; it may never be let pass.
      if (wrongly?.startsWith('let pass'))
        throw new Error(`${question.name}: ${wrongly}`);
      if (problem) wrong.push(`${question.name}: ${problem}`);
    }
    if (wrong.length === 0) return;
    last = wrong.slice(0, 3).join('; ');
    await sleep(500);
  }
  throw new Error(`Never decided: ${last}`);
}

/** The backend says that it is ready before every plugin answers. */
async function untilMounted(load, question) {
  const until = Date.now() + READY_MS;
  for (;;) {
    const answer = await load.send(question.body, TOKENS[0]);
    if (answer?.body.decision) return;
    if (Date.now() > until)
      throw new Error(`The gate does not answer: ${JSON.stringify(answer)}`);
    await sleep(500);
  }
}

async function play(ground) {
  const questions = questionsOf(ground.host);
  const load = new Load({
    url: await ground.start([]),
    tokens: TOKENS,
    questions,
  });
  const distinct = [...new Map(questions.map(one => [one.name, one])).values()];
  await untilMounted(load, distinct[0]);
  await untilDecided(load, distinct, READY_MS);
  await phase(load, 'Warming up', { seconds: 3, check: neverWrong });

  say('\n30 seconds, 500 a second:');
  const calm = await phase(load, 'All is well', {
    seconds: 10,
    check: decided,
  });
  must('every question was answered', calm.lost === 0, `${calm.lost} were not`);
  ground.registry.cut();
  const without = await phase(load, 'Without the registry', {
    seconds: 5,
    check: neverWrong,
  });
  must(
    'by digest it goes on; a tag that nobody can resolve is undecided',
    without.statuses[200] > 0 && without.statuses[503] > 0,
    JSON.stringify(without.statuses),
  );
  ground.registry.mend();
  await phase(load, 'The registry is back', { seconds: 5, check: neverWrong });
  ground.database.cut();
  const blind = await phase(load, 'Without the database', {
    seconds: 4,
    check: neverWrong,
  });
  ground.database.mend();
  await phase(load, 'The database is back', { seconds: 6, check: neverWrong });
  must(
    'without the database nothing was let pass for long',
    (blind.statuses[200] ?? 0) < PER_SECOND / 2,
    `${blind.statuses[200]} were`,
  );
  await untilDecided(load, distinct, READY_MS);
  must('and everything is decided again', true);

  say('\nThe trust root:');
  const keyless = distinct.filter(({ name }) => !name.includes('ledger'));
  ground.root.remove();
  ground.forward(120);
  await sleep(1_000);
  const stale = await phase(load, 'Gone, and two hours old', {
    seconds: 4,
    perSecond: 100,
    check: (question, answer) =>
      neverWrong(question, answer) ??
      (answer.status === 200 && keyless.includes(question)
        ? 'let pass under a stale root'
        : undefined),
  });
  must(
    'keyless signatures are undecided',
    stale.statuses[503] > 0,
    JSON.stringify(stale.statuses),
  );
  ground.root.restore();
  ground.forward(130);
  await untilDecided(load, distinct, ROOT_BACK_MS);
  must('it is back, and everything is decided again', true);

  say('\nA chart that passed is distrusted:');
  await distrusted(ground, load, distinct);
  load.stop();
}

/** Nothing but the operator's list changes: not a byte in the registry. */
async function distrusted(ground, load, questions) {
  const question = questions.find(({ verdict }) => verdict === 'verified');
  const before = await load.send(question.body, TOKENS[0]);
  must('it passed', before.status === 200, JSON.stringify(before));
  load.url = new URL(
    await ground.start([
      {
        id: 'leaked',
        reason: 'the build was not ours',
        digest: before.body.digest,
      },
    ]),
  );
  await untilMounted(load, question);
  const until = Date.now() + READY_MS;
  let after;
  do {
    after = await load.send(question.body, TOKENS[0]);
    if (after.status === 200) break;
    await sleep(200);
  } while (after.status !== 412 && Date.now() < until);
  must(
    'from the first answer on it does not, and the answer says why',
    after.status === 412 && after.body.reasons[0].code === 'distrusted',
    JSON.stringify(after),
  );
}

await runScript(async () => {
  const began = Date.now();
  const ground = await startGround(say);
  if (!ground) {
    say(
      'Left out: there is no PostgreSQL on this machine (Debian: postgresql).',
    );
    return;
  }
  try {
    await play(ground);
  } finally {
    await ground.stop();
  }
  say(
    `\n${failures === 0 ? 'passed' : `${failures} failed`} (${Math.round(
      (Date.now() - began) / 1000,
    )} s)`,
  );
  process.exitCode = failures === 0 ? 0 : 1;
});
