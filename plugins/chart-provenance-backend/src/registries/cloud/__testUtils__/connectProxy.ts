import { createServer } from 'node:http';
import { AddressInfo, connect, Socket } from 'node:net';
import { atTheEnd, StandIn } from './standIn';

/** A proxy that leads every CONNECT to one stand-in: how an address that an SDK has built in is reached on loopback. */
export async function startProxyTo(
  target: StandIn,
): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    const upstream = connect(
      Number(new URL(target.url).port),
      '127.0.0.1',
      () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      },
    );
    [socket, upstream].forEach(one => {
      sockets.add(one);
      one.on('error', () => one.destroy());
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  atTheEnd(
    () =>
      new Promise(resolve => {
        sockets.forEach(socket => socket.destroy());
        server.close(() => resolve());
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}
