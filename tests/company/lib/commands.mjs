// Follows the commands of a roll-back, letter by letter, in a shell.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../packages/interop/src/process/run.ts';
import { installed } from '../../../packages/interop/src/tools/toolbox.ts';

/**
 * Runs a command as the product wrote it, with what is in capitals filled in.
 *
 * @param filled e.g. `{ APPLICATION: 'checkout' }`
 * @returns what it printed
 */
export async function follow(estate, { command }, filled = {}) {
  const words = Object.entries(filled).reduce(
    (text, [name, value]) => text.replaceAll(name, value),
    command,
  );
  const { folder, legacyFolder, kubeconfig } = estate;
  const { stdout } = await run('/bin/sh', ['-euc', words], {
    cwd: legacyFolder,
    limitMs: 60_000,
    env: {
      PATH: `${programs(estate)}:${process.env.PATH}`,
      HOME: folder,
      KUBECONFIG: kubeconfig,
    },
  });
  return stdout;
}

/** `helm` and `kubectl` by those names. The registry here speaks plain HTTP, which Helm wants to be told. */
function programs({ folder, tools }) {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const put = (name, script) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const helm = installed(tools, 'helm');
  put('kubectl', `exec '${installed(tools, 'kubectl')}' "$@"`);
  put(
    'helm',
    `case $1 in pull) exec '${helm}' "$@" --plain-http ;; *) exec '${helm}' "$@" ;; esac`,
  );
  return bin;
}
