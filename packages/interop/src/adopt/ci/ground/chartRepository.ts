import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../../process/run.ts';
import { installed } from '../../../tools/toolbox.ts';
import type { CiGround } from './startGround.ts';

const PAYMENTS = fileURLToPath(
  new URL('../../../../../../examples/charts/payments', import.meta.url),
);

/**
 * A checkout of the release tag `v1.8.2` of a repository with the payments chart and a subchart, as a pipeline has it.
 *
 * @param change - what is done to the chart before it is committed
 * @returns the folder
 */
export async function checkOut(
  ground: CiGround,
  change: (chart: string) => void = () => {},
): Promise<string> {
  const folder = join(ground.folder, ground.fresh('checkout'));
  const chart = join(folder, 'charts', 'payments');
  cpSync(PAYMENTS, chart, { recursive: true });
  writeSubchart(join(folder, 'charts', 'sub'));
  const file = join(chart, 'Chart.yaml');
  writeFileSync(
    file,
    `${readFileSync(
      file,
      'utf8',
    )}\ndependencies:\n  - name: sub\n    version: 0.3.1\n    repository: file://../sub\n`,
  );
  change(chart);
  await run(installed(ground.tools, 'helm'), ['dependency', 'update', chart], {
    env: ground.sigstore.env(),
  });
  mkdirSync(join(folder, '.sigstore'));
  cpSync(
    ground.trust.signingConfig,
    join(folder, '.sigstore', 'signing_config.json'),
  );
  writeFileSync(join(folder, '.gitignore'), 'charts/*/charts/\n/release/\n');
  await commit(folder);
  return folder;
}

function writeSubchart(folder: string): void {
  mkdirSync(join(folder, 'templates'), { recursive: true });
  writeFileSync(
    join(folder, 'Chart.yaml'),
    'apiVersion: v2\nname: sub\nversion: 0.3.1\n',
  );
  writeFileSync(
    join(folder, 'templates', 'job.yaml'),
    `apiVersion: batch/v1
kind: Job
metadata: {name: migrate}
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - {name: migrate, image: "registry.acme.example/acme/images/migrate@sha256:${'c'.repeat(
          64,
        )}"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: notes}
data:
  image: not-an-image
  text: |
    ---
    image: nor-is-this
`,
  );
}

/** The hour is fixed, so that two checkouts of one commit are two checkouts of one commit. */
async function commit(folder: string): Promise<void> {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...identity('AUTHOR'),
    ...identity('COMMITTER'),
  };
  for (const args of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '.'],
    ['commit', '--quiet', '--message', 'Release 1.8.2'],
    ['tag', 'v1.8.2'],
  ]) {
    await run('git', args, { cwd: folder, env });
  }
}

function identity(who: string): Record<string, string> {
  return {
    [`GIT_${who}_NAME`]: 'acme',
    [`GIT_${who}_EMAIL`]: 'release@acme.example',
    [`GIT_${who}_DATE`]: '2026-10-01T09:00:00Z',
  };
}
