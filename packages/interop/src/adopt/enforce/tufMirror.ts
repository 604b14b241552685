import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import type { Ground } from '../../bench/ground/Ground.ts';
import { run } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';

/** A TUF repository with the ground's trusted root, on loopback. */
export interface TufMirror {
  /** The policy with this mirror in place of the public one, as the text tells those to do who cannot reach that. */
  named(policy: string): string;
  stop(): void;
}

/** @throws where it cannot be made */
export async function startTufMirror(ground: Ground): Promise<TufMirror> {
  const folder = join(ground.folder, 'tuf');
  await run(installed(ground.tools, 'tuf-repository'), [
    folder,
    ground.trust.trustedRoot,
  ]);
  const server = createServer((request, response) => {
    try {
      response.end(
        readFileSync(join(folder, normalize(`/${request.url ?? ''}`))),
      );
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  const root = readFileSync(join(folder, '1.root.json')).toString('base64');
  return {
    named: policy =>
      policy.replace(
        /^( +)trustedRoot:$/m,
        [
          '$1tuf:',
          `$1  mirror: http://127.0.0.1:${port}`,
          '$1  root:',
          `$1    data: ${root}`,
          '$&',
        ].join('\n'),
      ),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
