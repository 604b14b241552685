import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Steps } from '../../../cluster/Steps.ts';
import { checkOut } from '../ground/chartRepository.ts';
import { startChartMuseum } from '../ground/chartMuseum.ts';
import type { CiGround } from '../ground/startGround.ts';
import type { JobOutputs } from '../runner/Job.ts';
import { failsAt } from './expectFailure.ts';
import { GithubRelease } from './GithubRelease.ts';

const run = promisify(execFile);
/** What comes after the push is not looked at here. */
const AFTER_PUSH = [
  'Sign',
  'Write the bill of materials',
  'Attest the bill of materials',
  'Attest where it was built',
];
const OLD = `sha256:${'0'.repeat(64)}`;

/** Where a release goes after it was verified. */
export async function playFurther(
  ground: CiGround,
  steps: Steps,
): Promise<void> {
  await steps.step('the legacy repository gets the same bytes', () =>
    playLegacy(ground),
  );
  await steps.step('a pull request changes the one digest it is for', () =>
    playPullRequest(ground),
  );
}

async function playLegacy(ground: CiGround): Promise<void> {
  const museum = await startChartMuseum('acme', 'loopback-only');
  try {
    const release = new GithubRelease(ground, {
      changes: {
        legacy: {
          repositoryUrl: museum.url,
          name: 'payments',
          server: 'chartmuseum',
        },
      },
    });
    const published = await pushed(ground, release);
    await release.after('legacy', published, {
      contexts: {
        'vars.LEGACY_USER': 'acme',
        'secrets.LEGACY_PASSWORD': 'loopback-only',
      },
    });
    const got = createHash('sha256').update(museum.archive()).digest('hex');
    if (got !== published['archive-sha256']) {
      throw new Error(`${published['archive-sha256']} became ${got}`);
    }
  } finally {
    await museum.close();
  }
}

async function playPullRequest(ground: CiGround): Promise<void> {
  const release = new GithubRelease(ground, {
    chosen: { promote: 'pull-request' },
  });
  const published = await pushed(ground, release);
  const marker = `${release.input.chart.registry}/${release.input.chart.repository}`;
  const before = [
    `a: ${OLD} # chart: ${marker}`,
    `b: ${OLD} # chart: ${marker}-api`,
    `c: ${OLD}`,
  ];
  const { workspace, bare, machine } = await deployments(ground, before);
  const promote = () =>
    release.after('promote', published, {
      workspace,
      machine,
      contexts: {
        'vars.DEPLOY_FILE': 'values.yaml',
        'secrets.DEPLOY_TOKEN': 'loopback-only',
      },
    });
  await promote();
  const { stdout } = await run('git', [
    ...['--git-dir', bare, 'show', 'promote-payments-1.8.2:values.yaml'],
  ]);
  const expected = [
    before[0].replace(OLD, published.digest),
    ...before.slice(1),
  ];
  if (stdout !== `${expected.join('\n')}\n`) {
    throw new Error(`the branch has\n${stdout}`);
  }
  const asked = readFileSync(join(workspace, 'gh-arguments'), 'utf8');
  if (!asked.includes(published.digest) || !asked.startsWith('pr create ')) {
    throw new Error(`gh is called with ${asked}`);
  }
  await failsAt('Promote by a pull request', /No line .* was changed/, promote);
}

async function pushed(
  ground: CiGround,
  release: GithubRelease,
): Promise<JobOutputs> {
  return release.publish(await checkOut(ground), { leaveOut: AFTER_PUSH });
}

/** A checkout of the repository that deploys, as the action leaves it, and a `gh` that writes down what it is asked. */
async function deployments(ground: CiGround, lines: readonly string[]) {
  const workspace = join(ground.folder, ground.fresh('workspace'));
  const bin = join(workspace, 'bin');
  mkdirSync(bin, { recursive: true });
  const bare = join(workspace, 'deployments.git');
  const clone = join(workspace, 'deploy');
  await run('git', ['init', '--quiet', '--bare', bare]);
  await run('git', ['clone', '--quiet', bare, clone]);
  writeFileSync(join(clone, 'values.yaml'), `${lines.join('\n')}\n`);
  const author = ['-c', 'user.name=acme', '-c', 'user.email=a@acme.example'];
  await run('git', ['-C', clone, 'add', '.']);
  await run('git', ['-C', clone, ...author, 'commit', '--quiet', '-m', 'x']);
  writeFileSync(
    join(bin, 'gh'),
    `#!/bin/sh\necho "$@" >'${join(workspace, 'gh-arguments')}'\n`,
    { mode: 0o755 },
  );
  return {
    ...{ workspace, bare },
    machine: { PATH: `${bin}:${process.env.PATH}` },
  };
}
