// Questions at a fixed rate, whether answers come or not: whoever waits for an answer before asking the next one measures nothing.
import { Agent, request } from 'node:http';

const TICK_MS = 10;
const TIMEOUT_MS = 10_000;

/**
 * @param questions what is asked, over and over: `{body, name}`
 * @param check called with `(question, {status, body}, askedAt)`; returns what is wrong with the answer, or nothing
 */
export class Load {
  constructor({ url, tokens, questions, check }) {
    this.url = new URL(url);
    this.tokens = tokens;
    this.questions = questions;
    this.check = check;
    this.agent = new Agent({ keepAlive: true, maxSockets: 256 });
    this.asked = 0;
  }

  /** Asks for so long. @returns what came of it: latencies in ms, statuses, and what was wrong */
  async run({ perSecond, seconds }) {
    const seen = { latencies: [], statuses: {}, wrong: [], lost: 0 };
    const began = performance.now();
    const pending = new Set();
    let due = 0;
    let sent = 0;
    while (performance.now() - began < seconds * 1000) {
      due = ((performance.now() - began) / 1000) * perSecond;
      for (; sent < due; sent++) {
        const one = this.ask(seen);
        pending.add(one);
        one.finally(() => pending.delete(one));
      }
      await new Promise(next => setTimeout(next, TICK_MS));
    }
    await Promise.all(pending);
    return { ...seen, sent };
  }

  async ask(seen) {
    const number = this.asked++;
    const question = this.questions[number % this.questions.length];
    const token = this.tokens[number % this.tokens.length];
    const askedAt = performance.now();
    const answer = await this.send(question.body, token);
    if (!answer) {
      seen.lost += 1;
      return;
    }
    seen.latencies.push(performance.now() - askedAt);
    seen.statuses[answer.status] = (seen.statuses[answer.status] ?? 0) + 1;
    const wrong = this.check(question, answer);
    if (wrong) seen.wrong.push(`${question.name}: ${wrong}`);
  }

  /** Undefined when there is no answer at all. */
  send(body, token) {
    const payload = JSON.stringify(body);
    return new Promise(resolve => {
      const call = request(
        this.url,
        {
          method: 'POST',
          agent: this.agent,
          timeout: TIMEOUT_MS,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(payload),
          },
        },
        response => {
          const chunks = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('error', () => resolve(undefined));
          response.on('end', () => {
            try {
              const text = Buffer.concat(chunks).toString('utf8');
              resolve({ status: response.statusCode, body: JSON.parse(text) });
            } catch {
              resolve({ status: response.statusCode, body: {} });
            }
          });
        },
      );
      call.on('timeout', () => call.destroy());
      call.on('error', () => resolve(undefined));
      call.end(payload);
    });
  }

  stop() {
    this.agent.destroy();
  }
}

/** The value below which so many of a hundred are. */
export function percentile(values, hundred) {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    sorted[
      Math.min(sorted.length - 1, Math.floor((sorted.length * hundred) / 100))
    ] ?? Number.NaN
  );
}
