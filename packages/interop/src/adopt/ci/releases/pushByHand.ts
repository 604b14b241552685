import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../process/run.ts';
import { checkOut } from '../ground/chartRepository.ts';
import type { CiGround } from '../ground/startGround.ts';
import type { CiInput } from '../product.ts';

/** Somebody with the password pushes another chart under the same version. @returns what a publishing job would hand on of it */
export async function pushByHand(
  ground: CiGround,
  { chart: { registry, repository } }: CiInput,
): Promise<{ digest: string; 'archive-sha256': string }> {
  const folder = await checkOut(ground, chart =>
    appendFileSync(join(chart, 'values.yaml'), '\nbackdoor: true\n'),
  );
  const env = ground.machine({
    helm: 'helm',
    cosign: 'cosign',
    publicGood: false,
  });
  const play = (program: string, args: string[], input?: string) =>
    run(program, args, { cwd: folder, env, input });
  await play(
    'cosign',
    ['login', registry, '--username', 'acme', '--password-stdin'],
    'loopback-only',
  );
  await play('helm', ['package', join('charts', 'payments')]);
  const parent = repository.slice(0, repository.lastIndexOf('/'));
  const archive = 'payments-1.8.2.tgz';
  const { stdout, stderr } = await play('helm', [
    ...['push', archive, `oci://${registry}/${parent}`, '--plain-http'],
  ]);
  return {
    digest: /^Digest: (\S+)$/m.exec(stdout + stderr)?.[1] ?? '',
    'archive-sha256': createHash('sha256')
      .update(readFileSync(join(folder, archive)))
      .digest('hex'),
  };
}
