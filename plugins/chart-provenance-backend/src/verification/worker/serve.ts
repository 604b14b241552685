/**
 * Runs in a thread of its own, and nowhere else: verifies and decodes what it is sent. Exports nothing.
 *
 * @packageDocumentation
 */
import { parentPort } from 'node:worker_threads';
import { release } from '../../evidence';
import { packOutcome } from './answers';
import { packDecoded } from './decodedAnswer';
import { decodeHere } from './decodeHere';
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
  const found = await ask(message);
  const { bytes } = message.type === 'decode' ? message : message.input;
  release(bytes);
  return { type: 'answer', id: message.id, answer: found };
}

async function ask(
  message: Exclude<ToThread, { type: 'trust' }>,
): Promise<Answer> {
  if (message.type === 'decode') {
    return packDecoded(decodeHere(message.evidence, message.bytes));
  }
  if (!trust) {
    throw new Error('asked to verify without trust material');
  }
  return packOutcome(await verifyHere(message.input, trust));
}
