// What is asked of the example company's charts, and what may be answered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const REPOSITORIES = ['payments', 'ledger', 'storefront', 'inventory'].map(
  name => `acme/charts/${name}`,
);
/** Its signer is distrusted in the demo; here nobody is. */
const UNKNOWN = `sha256:${'0'.repeat(64)}`;

/**
 * @param host of the registry
 * @returns questions `{name, body, verdict, tag}`; `verdict`: what the digest deserves, `unknown` where there is no such digest or chart
 */
export function questionsOf(host) {
  const { records } = JSON.parse(
    readFileSync(join(ROOT, 'examples/expected.json'), 'utf8'),
  );
  const worst = new Map();
  const mine = records.filter(
    ({ repository, tag }) => REPOSITORIES.includes(repository) && tag !== null,
  );
  for (const { repository, digest, expected } of mine) {
    const key = `${repository}@${digest}`;
    if (worst.get(key) !== 'rejected') worst.set(key, expected.verdict);
  }
  const byDigest = [...worst].map(([key, verdict]) =>
    question(host, key, verdict),
  );
  const byTag = mine
    .filter(({ tag }) => /^\d/.test(tag))
    .slice(0, 6)
    .map(({ repository, tag, digest }) => ({
      ...question(
        host,
        `${repository}:${tag}`,
        worst.get(`${repository}@${digest}`),
      ),
      tag: true,
    }));
  const strange = [
    question(host, `acme/charts/payments@${UNKNOWN}`, 'unknown'),
    question(host, `acme/charts/nobody@${UNKNOWN}`, 'unknown'),
    question('elsewhere.example', `acme/charts/payments@${UNKNOWN}`, 'unknown'),
  ];
  // By digest is what the gate is for; a tag costs the registry a request.
  return [...byDigest, ...byDigest, ...byDigest, ...byTag, ...strange];
}

function question(host, rest, verdict) {
  const reference = `oci://${host}/${rest}`;
  return {
    name: rest,
    verdict,
    tag: false,
    body: { reference, environment: 'production' },
  };
}

/**
 * What is wrong with an answer, whatever fails meanwhile: only what is verified is ever let pass, a decision says the same in its status and
 * its body, and it is about what was asked.
 */
export function neverWrong({ verdict, body }, { status, body: answer }) {
  if (![200, 412, 503].includes(status))
    return `status ${status} ${JSON.stringify(answer).slice(0, 300)}`;
  if (status === 200 || answer.proceed === true) {
    if (verdict !== 'verified') return `let pass what is ${verdict}`;
    if (status !== 200 || answer.decision !== 'allow' || !answer.proceed)
      return 'status and body disagree';
    if (!(Date.parse(answer.expiresAt) > Date.parse(answer.decidedAt)))
      return 'does not expire';
    const digest = body.reference.split('@')[1];
    if (digest && !answer.resolved.endsWith(`@${digest}`))
      return `about ${answer.resolved}`;
  }
  if (status === 412 && verdict === 'verified')
    return `denied what is verified: ${answer.reasons?.[0]?.code}`;
  return undefined;
}

/** Besides: while everything is up, every question is decided. */
export function decided(question, answer) {
  const wrong = neverWrong(question, answer);
  if (wrong) return wrong;
  const wanted = question.verdict === 'verified' ? [200] : [412];
  // A digest that was never seen may still come: that is not decided.
  if (question.verdict === 'unknown') wanted.push(503);
  return wanted.includes(answer.status)
    ? undefined
    : `${answer.status} for what is ${question.verdict}: ${answer.body.reasons?.[0]?.code}`;
}
