// A thread that verifies and decodes as all others do, but for evidence whose name says otherwise: what evidence might do to one that has a hole.
import { parentPort, workerData } from 'node:worker_threads';

const port = parentPort;
if (!port) {
  throw new Error('runs in a thread only');
}

interface Asked {
  type: string;
  id: number;
  input?: { evidence: string };
  evidence?: { digest: string };
}

let hash = '';

const WRONG = {
  verifications: [
    { evidence: 'sha256:other', trust: 'root:lab', outcome: 'proven' },
  ],
};

const answer = (id: number, json: unknown) =>
  port.postMessage({
    ...{ type: 'answer', id },
    answer: { json: JSON.stringify(json) },
  });

/** By the name of the evidence. */
const DEEDS: Record<string, (asked: Asked) => void> = {
  'sha256:crash': () => process.exit(3),
  'sha256:throw': () => {
    throw new Error('a text of the publisher');
  },
  'sha256:hang': () => {
    for (;;);
  },
  'sha256:hog': () => {
    const hog: unknown[] = [];
    const parse = () => JSON.parse(`[${'[],'.repeat(100_000)}[]]`);
    for (;;) hog.push(parse());
  },
  'sha256:unasked': ({ id }) => answer(id + 1, {}),
  'sha256:other-hash': ({ id }) =>
    answer(id, { materialHash: 'f'.repeat(64), verifications: [] }),
  'sha256:other-evidence': ({ id }) =>
    answer(id, { ...WRONG, materialHash: hash }),
  'sha256:no-json': ({ id }) =>
    port.postMessage({ type: 'answer', id, answer: { json: '{' } }),
  'sha256:no-text': ({ id }) =>
    port.postMessage({ type: 'answer', id, answer: { json: { a: 1 } } }),
  'sha256:too-much': ({ id }) => answer(id, ' '.repeat(9 * 1024 * 1024)),
};

const post = port.postMessage.bind(port);
port.postMessage = (message: { type: string; materialHash?: string }) => {
  hash = message.materialHash ?? hash;
  post(message);
};

port.on('message', (asked: Asked) => {
  DEEDS[asked.input?.evidence ?? asked.evidence?.digest ?? '']?.(asked);
});

if (workerData?.mood === 'stranger') {
  port.postMessage({ type: 'ready', materialHash: 'e'.repeat(64) });
} else {
  require('../serve');
}
