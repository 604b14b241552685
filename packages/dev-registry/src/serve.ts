import { parseArgs } from 'node:util';
import { AuthOptions } from './auth/AuthOptions';
import { serveDemo } from './serveDemo';
import { serveEmpty } from './serveEmpty';

export { serveDemo } from './serveDemo';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      empty: { type: 'boolean', default: false },
      root: { type: 'string', default: 'examples/registry' },
      overlay: { type: 'string' },
      moves: { type: 'string' },
      port: { type: 'string', default: '5050' },
      verbose: { type: 'boolean', default: false },
      auth: { type: 'string', default: 'none' },
      'no-referrers-api': { type: 'boolean', default: false },
      'accept-missing-blobs': { type: 'boolean', default: false },
    },
  });
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const port = Number(values.port);
  const log = values.verbose ? print : undefined;
  const registry = await (values.empty
    ? serveEmpty({
        port,
        log,
        auth: authFrom(values.auth),
        referrersApi: !values['no-referrers-api'],
        acceptMissingBlobs: values['accept-missing-blobs'],
      })
    : serveDemo({
        port,
        log,
        root: values.root,
        overlayDirectory: values.overlay,
        moves: values.moves,
      }));
  print(`registry listening on ${registry.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void registry.close());
  }
}

/** The user and the password come from the environment: arguments can be seen by every user of the machine. */
function authFrom(type: string): AuthOptions {
  const { REGISTRY_USER: username, REGISTRY_PASSWORD: password } = process.env;
  if (type === 'none') {
    return { type };
  }
  if (!username || !password) {
    throw new Error('--auth needs REGISTRY_USER and REGISTRY_PASSWORD');
  }
  switch (type) {
    case 'basic':
      return { type, username, password };
    case 'token':
      return { type, users: [{ username, password }] };
    default:
      throw new Error(`--auth is none, basic or token, not ${type}`);
  }
}

if (require.main === module) {
  main().catch(error => {
    process.stderr.write(`registry: ${error}\n`);
    process.exitCode = 1;
  });
}
