import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { same, type Scene, type Step } from './Client.ts';

const VERSION = '9.9.9';

/** Both Helms push a chart, each under a version of its own, and get it back byte for byte. */
export const helmSteps: Step[] = [
  {
    tool: 'helm',
    does: 'push, then pull by version and by digest',
    play: (helm, scene) => pullBack(helm, scene, scene.archive),
  },
  {
    tool: 'helm3',
    does: 'package, push, pull',
    async play(helm, scene) {
      const { call, folder, archive } = scene;
      await call('tar', '-xzf', archive);
      await call(helm, 'package', 'payments', '--version', VERSION);
      const packaged = join(folder, `payments-${VERSION}.tgz`);
      await push(helm, scene, packaged);
      await pullBack(helm, scene, packaged);
    },
  },
];

/** Pushes the archive beside the repository's name. */
export function push(
  helm: string,
  { call, host }: Pick<Scene, 'call' | 'host'>,
  archive: string,
): Promise<string> {
  return call(
    helm,
    ...['push', archive, `oci://${host}/acme/charts`, '--plain-http'],
  );
}

async function pullBack(
  helm: string,
  { call, repository, folder, chart }: Scene,
  archive: string,
): Promise<void> {
  const version = /-(\d[^/]*)\.tgz$/.exec(archive)?.[1] ?? '';
  const into = mkdtempSync(join(folder, 'pulled-'));
  const options = ['--plain-http', '--destination', into];
  await call(
    helm,
    ...['pull', `oci://${repository}`, '--version', version, ...options],
  );
  same('what was pulled', hash(join(into, basename(archive))), hash(archive));
  await call(helm, 'pull', `oci://${chart}`, ...options);
}

function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
