import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/run.ts';
import type { RunningRegistry } from './registry.ts';

const DIGEST = /^Digest: (sha256:[0-9a-f]{64})$/m;

/**
 * Pushes a file and attaches another to it with oras, finds it again, and asks
 * whether the referrers API is there as the registry's kind says.
 *
 * @param oras - path of the program.
 * @throws when any of this is otherwise.
 */
export async function proveRegistry(
  oras: string,
  registry: RunningRegistry,
  parent: string,
): Promise<void> {
  const folder = mkdtempSync(join(parent, 'prove-'));
  const call = orasIn(oras, registry, folder);
  const repository = `${registry.host}/bench/proof`;
  writeFileSync(join(folder, 'a.txt'), 'a');
  writeFileSync(join(folder, 'b.txt'), 'b');
  const digest = digestIn(
    await call('push', `${repository}:1`, 'a.txt:text/plain'),
  );
  const subject = `${repository}@${digest}`;
  const attached = digestIn(
    await call(
      'attach',
      ...['--artifact-type', 'application/vnd.acme.note'],
      ...[subject, 'b.txt:text/plain'],
    ),
  );
  // Found by digest: go-containerregistry's own API gives another artifactType.
  const found = await call('discover', '--format', 'json', subject);
  if (!found.includes(attached)) {
    throw new Error(
      `${registry.name} does not give what was attached: ${found}`,
    );
  }
  await askForReferrersApi(registry, digest);
}

function digestIn(stdout: string): string {
  const digest = DIGEST.exec(stdout)?.[1];
  if (digest === undefined) {
    throw new Error(`oras named no digest: ${stdout}`);
  }
  return digest;
}

function orasIn(oras: string, registry: RunningRegistry, folder: string) {
  const { credentials } = registry;
  const home = join(folder, 'home');
  mkdirSync(home);
  return async (...args: string[]): Promise<string> => {
    const { stdout } = await run(
      oras,
      [
        ...[...args, '--plain-http'],
        ...(credentials
          ? ['--username', credentials.username, '--password-stdin']
          : []),
      ],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: home },
        input: credentials?.password,
      },
    );
    return stdout;
  };
}

async function askForReferrersApi(
  registry: RunningRegistry,
  digest: string,
): Promise<void> {
  const { host, name, credentials, referrers } = registry;
  if (credentials) {
    return; // The kind without credentials is asked.
  }
  const { status } = await fetch(
    `http://${host}/v2/bench/proof/referrers/${digest}`,
  );
  if ((status === 200) !== referrers) {
    throw new Error(
      `${name} answers ${status} to the referrers API, which it should${
        referrers ? '' : ' not'
      } have`,
    );
  }
}
