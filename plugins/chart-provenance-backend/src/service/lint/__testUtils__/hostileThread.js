// A thread that does what a text tells it to, in place of checking it.
const { parentPort } = require('node:worker_threads');

parentPort.on('message', ({ id, request: { text } }) => {
  const report = {
    kind: 'unknown',
    findings: [],
    cut: false,
    corrected: null,
    unread: [text],
    language: 'text',
  };
  switch (text) {
    case 'hang':
      for (;;);
    case 'throw':
      throw new Error('no');
    case 'exit':
      process.exit(3);
    // eslint-disable-next-line no-fallthrough
    case 'memory': {
      const kept = [];
      for (;;) {
        kept.push(new Array(100_000).fill(0.5));
      }
    }
    default:
      parentPort.postMessage({ type: 'answer', id, report });
  }
});
parentPort.postMessage({ type: 'ready' });
