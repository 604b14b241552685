import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atExit } from '../../process/atExit.ts';
import { installed, notRunnable, type Toolbox } from '../../tools/toolbox.ts';
import { serveDevRegistry, USER } from '../serveDevRegistry.ts';
import { callIn, type Scene, type Step } from './Client.ts';
import { cosignSteps } from './cosignSteps.ts';
import { craneSteps } from './craneSteps.ts';
import { helmSteps, push } from './helmSteps.ts';
import { orasSteps } from './orasSteps.ts';

const CHART = fileURLToPath(
  new URL('../../../../../examples/charts/payments', import.meta.url),
);
const ARCHIVE = /saved it to: (\S+)$/m;
const DIGEST = /^Digest: (sha256:[0-9a-f]{64})$/m;

const STEPS: Step[] = [
  ...helmSteps,
  ...cosignSteps,
  ...orasSteps,
  ...craneSteps,
];

const REGISTRIES = [
  { name: 'referrers API', flags: [], referrersApi: true },
  { name: 'no referrers API', flags: ['--no-referrers-api'] },
  { name: 'token flow', flags: ['--auth', 'token'], referrersApi: true },
];

/** One step against one registry. */
export interface ClientCell {
  client: string;
  does: string;
  registry: string;
  /** Nothing when it went as it must. */
  problem?: string;
  /** Why it could not be tried. */
  notRunnable?: string;
}

/**
 * Has the real clients drive packages/dev-registry: with the referrers API, without it, and behind the token flow.
 *
 * @throws when the registry does not start or Helm cannot push the chart that everything else is about.
 */
export async function runClients(tools: Toolbox): Promise<ClientCell[]> {
  const missing = notRunnable(tools, 'helm');
  const cells: ClientCell[] = [];
  for (const { name, flags, referrersApi = false } of REGISTRIES) {
    const cell = ({ tool, does }: Step): ClientCell => {
      const pin = tools.get(tool);
      const client = `${tool.replace(/\d$/, '')} ${pin?.version ?? ''}`;
      return { client, does, registry: name };
    };
    if (missing !== undefined) {
      cells.push(...STEPS.map(s => ({ ...cell(s), notRunnable: missing })));
      continue;
    }
    await onScene(tools, flags, referrersApi, async scene => {
      for (const step of STEPS) {
        cells.push({ ...cell(step), ...(await outcomeOf(step, tools, scene)) });
      }
    });
  }
  return cells;
}

async function outcomeOf(
  step: Step,
  tools: Toolbox,
  scene: Scene,
): Promise<Pick<ClientCell, 'problem' | 'notRunnable'>> {
  const reason = notRunnable(tools, step.tool);
  if (reason !== undefined) {
    return { notRunnable: reason };
  }
  // The steps of one tool share keys and files.
  const folder = join(scene.folder, step.tool);
  writeCredentials(folder, scene.host);
  try {
    const program = installed(tools, step.tool);
    await step.play(program, { ...scene, folder, call: callIn(folder) });
    return {};
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Starts the registry and has Helm push a chart; both go when `play` has ended. */
async function onScene(
  tools: Toolbox,
  flags: string[],
  referrersApi: boolean,
  play: (scene: Scene) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-clients-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = atExit(remove);
  try {
    const { host, stop } = await serveDevRegistry(['--empty', ...flags]);
    try {
      writeCredentials(folder, host);
      const call = callIn(folder);
      const helm = installed(tools, 'helm');
      const packaged = await call(helm, 'package', CHART);
      const archive = ARCHIVE.exec(packaged)?.[1] ?? '';
      const pushed = await push(helm, { call, host }, archive);
      const digest = DIGEST.exec(pushed)?.[1] ?? '';
      const repository = `${host}/acme/charts/payments`;
      const chart = `${repository}@${digest}`;
      const scene = { host, referrersApi, repository, chart, digest, archive };
      await play({ ...scene, folder, call });
    } finally {
      await stop();
    }
  } finally {
    remove();
    forget();
  }
}

function writeCredentials(folder: string, host: string): void {
  const { username, password } = USER;
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  mkdirSync(join(folder, '.docker'), { recursive: true });
  writeFileSync(
    join(folder, '.docker', 'config.json'),
    JSON.stringify({ auths: { [host]: { auth } } }),
  );
}
