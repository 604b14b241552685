import { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { closeAll, INDEX, readFrom, serve } from './__testUtils__/readFrom';

afterEach(closeAll);

describe('stands servers that mean harm', () => {
  const body = (response: ServerResponse) => {
    const piece = Buffer.alloc(256 * 1024, '#');
    const more = () => {
      while (!response.destroyed && response.write(piece)) {
        // As fast as it is read.
      }
    };
    response.on('drain', more);
    more();
  };

  it('ten gigabytes, announced or not, or packed in ten megabytes', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024));
    const server = await serve((path, response) => {
      if (path.startsWith('/announced')) {
        response.writeHead(200, { 'content-length': 10e9 }).write('x');
      } else if (path.startsWith('/bomb')) {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      } else {
        body(response);
      }
    });
    for (const path of ['announced', 'silent', 'bomb']) {
      await expect(readFrom(`${server.url}/${path}`)).rejects.toMatchObject({
        code: 'too-large',
        message: expect.stringMatching(/64 MiB/),
      });
    }
  }, 60_000);

  it('what is packed otherwise, or cut off', async () => {
    const packed = gzipSync(INDEX);
    const answers: Record<string, [string, Buffer]> = {
      '/br/index.yaml': ['br', packed],
      '/cut/index.yaml': ['gzip', packed.subarray(0, 40)],
      '/plain/index.yaml': ['gzip', Buffer.from(INDEX)],
    };
    const server = await serve((path, response) => {
      const [encoding, bytes] = answers[path];
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
    });
    for (const path of ['br', 'cut', 'plain']) {
      await expect(readFrom(`${server.url}/${path}`)).rejects.toMatchObject({
        code: 'misbehaved',
      });
    }
    const short = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 1_000 });
      response.write(INDEX, () => response.socket?.destroy());
    });
    await expect(readFrom(short.url)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('a slow drip, and silence', async () => {
    const server = await serve((path, response) => {
      if (path.startsWith('/drip')) {
        const drip = setInterval(() => response.write('#'), 20);
        response.on('close', () => clearInterval(drip));
      }
    });
    for (const path of ['drip', 'silent']) {
      await expect(
        readFrom(`${server.url}/${path}`, { timeouts: { totalMs: 300 } }),
      ).rejects.toMatchObject({ code: 'unreachable' });
    }
  });

  it('redirects to private addresses, to plain http, and without end', async () => {
    const inner = await serve((_, response) => response.end(INDEX));
    const { port } = new URL(inner.url);
    const targets: Record<string, string> = {
      '/private/index.yaml': `https://10.0.0.1/`,
      '/metadata/index.yaml': `https://169.254.169.254/latest/`,
      '/loopback/index.yaml': `https://127.0.0.1:${port}/`,
      '/plain/index.yaml': `http://localhost:${port}/`,
      '/file/index.yaml': 'file:///etc/passwd',
      '/round/index.yaml': '/round/index.yaml',
    };
    const server = await serve((path, response) =>
      response.writeHead(302, { location: targets[path] }).end(),
    );
    for (const path of [
      'private',
      'metadata',
      'loopback',
      'plain',
      'file',
      'round',
    ]) {
      await expect(readFrom(`${server.url}/${path}`)).rejects.toMatchObject({
        code: 'refused',
      });
    }
    expect(inner.requests).toEqual([]);
    await expect(
      readFrom(inner.url, { allowPrivateAddress: false }),
    ).rejects.toMatchObject({
      code: 'refused',
      fix: expect.stringMatching(/allowPrivateAddress/),
    });
    expect(inner.requests).toEqual([]);
  });

  it('stops when told', async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort());
    const reading = readFrom(server.url, { signal: stop.signal });
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
  });
});
