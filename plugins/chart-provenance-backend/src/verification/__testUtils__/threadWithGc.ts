// A thread that verifies, and gives back all memory that nothing holds when it is asked to.
import { MessagePort, workerData } from 'node:worker_threads';

const port: MessagePort = workerData.port;

port.on('message', () => {
  global.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  port.postMessage('done');
});
port.unref();

require('../worker/serve');
