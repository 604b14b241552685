import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Steps } from '../../../cluster/Steps.ts';
import { attempt } from '../../../process/run.ts';
import { gitlabClaims } from '../../../services/gitlabClaims.ts';
import { checkOut } from '../ground/chartRepository.ts';
import type { CiGround } from '../ground/startGround.ts';
import { chartInput, ownRoot } from '../inputs.ts';
import { generateCi, type CiInput, type Choice } from '../product.ts';
import { runGitlabJob } from '../runner/gitlabJob.ts';
import { StepFailed } from '../runner/Job.ts';
import { failsAt } from './expectFailure.ts';

const VERSIONS = {
  helm: 'helm',
  cosign: 'cosign',
  publicGood: false,
} as const;
const CHOSEN: Choice = { environment: 'none', promote: 'tag' };
const TAG = 'v1.8.2';

/** The other two texts, from the tag to the promotion, and with the signature of somebody else. */
export async function playGitlabAndShell(
  ground: CiGround,
  steps: Steps,
  say: (line: string) => void,
): Promise<void> {
  const busybox = await layOutBusybox(ground.folder);
  if (busybox === undefined) {
    say(
      '- the image of the text has BusyBox; it is not installed, so the programs of this machine are used',
    );
  }
  await steps.step('a release by the pipeline of GitLab', () =>
    playGitlab(ground, 'acme/payments', busybox),
  );
  await steps.step('another project stops the clean job of GitLab', () =>
    failsAt('cosign verify', /no matching|none of the expected/i, () =>
      playGitlab(ground, 'mallory/payments'),
    ),
  );
  await steps.step('a release by the scripts', () =>
    playShell(ground, 'acme/payments'),
  );
  await steps.step('another project stops verify.sh', () =>
    failsAt('verify.sh', /no matching|none of the expected/i, () =>
      playShell(ground, 'mallory/payments'),
    ),
  );
}

async function playGitlab(
  ground: CiGround,
  project: string,
  busybox?: string,
): Promise<void> {
  const text = generateCi('gitlab-ci', inputOf(ground), CHOSEN).files[0].text;
  const workspace = await checkOut(ground);
  const predefined = predefinedVariables();
  const machine = () => {
    const env = ground.machine(VERSIONS);
    const [own, ...others] = (env.PATH ?? '').split(':');
    return {
      ...env,
      PATH: [own, ...(busybox ? [busybox] : []), ...others].join(':'),
    };
  };
  await runGitlabJob('publish-chart', {
    ...{ text, workspace, predefined },
    machine: { ...machine(), SIGSTORE_ID_TOKEN: tokenOf(ground, project) },
  });
  const handedOn = Object.fromEntries(
    readFileSync(join(workspace, 'release', 'names.env'), 'utf8')
      .trim()
      .split('\n')
      .map(line => line.split('=')),
  );
  for (const job of ['verify-chart', 'promote-chart']) {
    await runGitlabJob(job, {
      text,
      workspace: join(ground.folder, ground.fresh('workspace')),
      predefined: { ...predefined, ...handedOn },
      machine: machine(),
    });
  }
}

/** A folder with BusyBox under the name of every program it can be: the shell and the tools of Alpine. @returns nothing where it is not installed */
async function layOutBusybox(folder: string): Promise<string | undefined> {
  const bin = join(folder, 'busybox');
  mkdirSync(bin, { recursive: true });
  const { exitCode } = await attempt('sh', [
    '-c',
    `busybox --install -s "$1"`,
    'sh',
    bin,
  ]);
  return exitCode === 0 ? bin : undefined;
}

async function playShell(ground: CiGround, project: string): Promise<void> {
  const [publish, verify] = generateCi('shell', inputOf(ground), CHOSEN).files;
  const workspace = await checkOut(ground);
  const log = { REGISTRY_USER: 'acme', REGISTRY_PASSWORD: 'loopback-only' };
  await script('publish.sh', publish.text, [], workspace, {
    ...ground.machine(VERSIONS),
    ...log,
    SIGSTORE_ID_TOKEN: tokenOf(ground, project),
    RELEASE_SOURCE: 'https://gitlab.com/acme/payments',
    RELEASE_BUILDER: `https://gitlab.com/acme/payments//.gitlab-ci.yml@refs/tags/${TAG}`,
    RELEASE_RUN: 'https://ci.acme.example/runs/7',
  });
  const written = ['version', 'digest', 'archive-sha256'].map(name =>
    readFileSync(join(workspace, 'release', name), 'utf8').trim(),
  );
  await script('verify.sh', verify.text, written, ground.folder, {
    ...ground.machine(VERSIONS),
    ...log,
  });
}

async function script(
  name: string,
  text: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const { exitCode, stdout, stderr } = await attempt(
    'sh',
    ['-c', text, name, ...args],
    { cwd, env, limitMs: 60_000 },
  );
  if (exitCode !== 0) {
    throw new StepFailed(name, stderr + stdout);
  }
}

/** Whatever the scripts sign with, the issuer is GitLab's: it is the one there is besides GitHub's. */
function inputOf(ground: CiGround): CiInput {
  const input = chartInput(ground.registry.host, 'distribution', 'gitlab');
  return {
    ...input,
    chart: {
      ...input.chart,
      repository: `${ground.fresh('acme/charts')}/payments`,
    },
    roots: ownRoot(ground.trustedRoot),
  };
}

function tokenOf({ sigstore }: CiGround, projectPath: string): string {
  return sigstore.gitlab.token(
    gitlabClaims({ projectPath, ref: TAG, refType: 'tag' }),
  );
}

function predefinedVariables(): Record<string, string> {
  return {
    CI_COMMIT_TAG: TAG,
    CI_COMMIT_SHA: '1'.repeat(40),
    CI_PROJECT_URL: 'https://gitlab.com/acme/payments',
    CI_JOB_URL: 'https://gitlab.com/acme/payments/-/jobs/7',
    CI_SERVER_URL: 'https://gitlab.com',
    CI_PROJECT_PATH: 'acme/payments',
    CI_CONFIG_PATH: '.gitlab-ci.yml',
    REGISTRY_USER: 'acme',
    REGISTRY_PASSWORD: 'loopback-only',
    REGISTRY_READER_USER: 'acme',
    REGISTRY_READER_PASSWORD: 'loopback-only',
  };
}
