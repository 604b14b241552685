import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordOf, type Ground } from './ground.ts';
import { fileOf, textOf } from './product.ts';

interface Listed {
  name: string;
  chart: string;
  status: string;
}

/** The script verifies with the real cosign and installs with a real Helm what the digest names. */
export async function installsWhatIsSigned(
  ground: Ground,
  path: string | undefined,
): Promise<void> {
  const folder = ground.write(
    textOf('helm-cli', ground.input('payments', '1.8.2')),
  );
  const env = path === undefined ? {} : { PATH: path };
  await ground.run('sh', ['deploy-payments.sh'], folder, env);
  const [release] = await listed(ground, folder);
  if (release?.chart !== 'payments-1.8.2' || release.status !== 'deployed') {
    throw new Error(`Helm has ${JSON.stringify(release)}`);
  }
  await ground.run(
    'helm',
    ['uninstall', 'payments', '--namespace', 'payments'],
    folder,
  );
}

/** What somebody else signed, and what nobody signed, gets no further than cosign. */
export async function installsNothingElse(ground: Ground): Promise<void> {
  for (const [chart, tag] of [
    ['payments', '1.8.1'],
    ['inventory', '1.1.0'],
  ] as const) {
    const folder = ground.write(textOf('helm-cli', ground.input(chart, tag)));
    const { exitCode, stderr } = await ground.attempt(
      'sh',
      [`deploy-${chart}.sh`],
      folder,
    );
    if (exitCode === 0 || !/signature|identit/i.test(stderr)) {
      throw new Error(`${chart} ${tag} ends with ${exitCode}: ${stderr}`);
    }
    if ((await listed(ground, folder)).length > 0) {
      throw new Error(`${chart} ${tag} is installed`);
    }
  }
}

/** An older Helm is told from one that goes by the digest. */
export async function refusesOlderHelm(ground: Ground): Promise<void> {
  const folder = ground.write(
    textOf('helm-cli', ground.input('payments', '1.8.2')),
  );
  for (const [version, taken] of [
    ['v2.17.0', false],
    ['v3.9.4', false],
    ['v3.17.3+g1234567', false],
    ['v3.18.0', true],
    ['v3.100.0', true],
    ['v4.0.0', true],
  ] as const) {
    const script = join(folder, 'helm.sh');
    writeFileSync(
      script,
      `#!/bin/sh\n[ "$1" = version ] && echo ${version} || exit 7\n`,
      { mode: 0o755 },
    );
    const { exitCode } = await ground.attempt(
      'sh',
      ['deploy-payments.sh'],
      folder,
      { PATH: ground.pathWith('helm', script) },
    );
    if (exitCode !== (taken ? 7 : 1)) {
      throw new Error(`Helm ${version}: the script ends with ${exitCode}`);
    }
  }
}

/** A dependency as generated is what Helm fetches, and the bytes are those of the chart. */
export async function fetchesDependency(
  ground: Ground,
  path: string | undefined,
): Promise<void> {
  const text = textOf(
    'chart-dependency',
    ground.input('payments', '1.6.3_hotfix.1'),
  );
  const folder = ground.write({ files: [] });
  const chart = ground.write({
    files: [
      {
        path: 'Chart.yaml',
        language: 'yaml',
        text: `apiVersion: v2\nname: shop\nversion: 1.0.0\n${fileOf(
          text,
          'Chart.yaml',
        )}`,
      },
    ],
  });
  await ground.run(
    'helm',
    ['dependency', 'update', '--plain-http', chart],
    join(folder, '..'),
    path === undefined ? {} : { PATH: path },
  );
  const [archive] = readdirSync(join(chart, 'charts'));
  const digest = createHash('sha256')
    .update(readFileSync(join(chart, 'charts', archive)))
    .digest('hex');
  if (
    `sha256:${digest}` !==
    recordOf('payments', '1.6.3_hotfix.1').chartLayerDigest
  ) {
    throw new Error(`Helm fetched ${archive}, sha256:${digest}`);
  }
}

async function listed(ground: Ground, folder: string): Promise<Listed[]> {
  const { stdout } = await ground.run(
    'helm',
    ['list', '--all-namespaces', '--output', 'json'],
    folder,
  );
  return JSON.parse(stdout) as Listed[];
}
