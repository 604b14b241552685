// A way to a server that can be cut: what is under way breaks, and nothing new gets through.
import { createServer, connect } from 'node:net';

/** @returns `{port, cut(), mend(), stop()}` */
export async function cuttable(target) {
  const sockets = new Set();
  let whole = true;
  const server = createServer(client => {
    if (!whole) {
      client.destroy();
      return;
    }
    const upstream = connect(target);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {
        client.destroy();
        upstream.destroy();
      });
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream).pipe(client);
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  const breakAll = () => sockets.forEach(socket => socket.destroy());
  return {
    port: server.address().port,
    cut() {
      whole = false;
      breakAll();
    },
    mend() {
      whole = true;
    },
    async stop() {
      breakAll();
      await new Promise(done => server.close(done));
    },
  };
}
