/**
 * Runs in a thread of its own, and nowhere else: verifies what it is sent. Exports nothing.
 *
 * @packageDocumentation
 */
import { parentPort } from 'node:worker_threads';
import { packOutcome } from './answers';
import { Answer, FromThread, ToThread } from './messages';
import { PreparedTrust, prepareTrust, verifyHere } from './verifyHere';

let trust: PreparedTrust | undefined;
let last: Promise<void> = Promise.resolve();

// What throws here ends the thread, and whoever started it is told.
parentPort?.on('message', (message: ToThread) => {
  last = last.then(async () => parentPort?.postMessage(await answer(message)));
});

async function answer(message: ToThread): Promise<FromThread> {
  if (message.type === 'trust') {
    trust = await prepareTrust(message.trust, message.asOf);
    return { type: 'ready', materialHash: trust.hash };
  }
  return { type: 'answer', id: message.id, answer: await ask(message) };
}

async function ask(
  message: Exclude<ToThread, { type: 'trust' }>,
): Promise<Answer> {
  if (!trust) {
    throw new Error('asked to verify without trust material');
  }
  return packOutcome(await verifyHere(message.input, trust));
}
