import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { recordOf, type Ground } from './ground.ts';
import { textOf } from './product.ts';

const FROM = '1.8.0';
const TO = '1.8.2';

/** Text → the manager of Renovate that has to find its pin, and whether that moves a digest. */
const EXPECTED: Record<string, { manager: string; digest: boolean }> = {
  'argocd-oci': { manager: 'regex', digest: true },
  'argocd-multi-source': { manager: 'regex', digest: true },
  'argocd-applicationset': { manager: 'regex', digest: true },
  'argocd-helm': { manager: 'argocd', digest: false },
  'flux-oci-repository': { manager: 'flux', digest: true },
  'flux-helm-repository': { manager: 'flux', digest: false },
  'helm-cli': { manager: 'regex', digest: true },
  helmfile: { manager: 'regex', digest: true },
  terraform: { manager: 'regex', digest: true },
  'chart-dependency': { manager: 'helmv3', digest: false },
};

interface Update {
  newValue?: string;
  newDigest?: string;
  updateType: string;
}

interface Found {
  packageFile: string;
  deps: { depName?: string; packageName?: string; updates?: Update[] }[];
}

/** @returns where Renovate is, or why it is not tried, in one line. It is far too large to be a dependency. */
export function findRenovate(): { path: string } | { reason: string } {
  const path = process.env.CHART_PROVENANCE_RENOVATE;
  if (path === undefined) {
    return {
      reason:
        'CHART_PROVENANCE_RENOVATE does not name the program node_modules/.bin/renovate of an installed renovate',
    };
  }
  return existsSync(path) ? { path } : { reason: `there is no ${path}` };
}

/** Renovate takes the preset, finds every pin, and offers the next version with its digest. */
export async function renovateMovesPins(
  ground: Ground,
  program: string,
): Promise<void> {
  const input = ground.input('payments', FROM);
  const files = Object.keys(EXPECTED).flatMap(id =>
    textOf(id, input).files.map(file => ({
      ...file,
      path: `${id}/${file.path}`,
      text:
        id === 'chart-dependency'
          ? `apiVersion: v2\nname: shop\nversion: 1.0.0\n${file.text}`
          : file.text,
    })),
  );
  const folder = ground.write({
    files: [...files, ...textOf('renovate', input).files],
  });
  const bin = process.execPath.replace(/\/[^/]+$/, '');
  const home = join(folder, '..', 'renovate');
  mkdirSync(home);
  const env = {
    PATH: `${bin}:/usr/bin:/bin`,
    ...{ HOME: home, RENOVATE_BASE_DIR: home },
    ...{ LOG_LEVEL: 'debug', LOG_FORMAT: 'json' },
    RENOVATE_HOST_RULES: JSON.stringify([
      { matchHost: ground.host, insecureRegistry: true },
    ]),
  };
  await ground.run(
    program.replace(/renovate$/, 'renovate-config-validator'),
    ['--strict', '--no-global', 'renovate.json'],
    ...[folder, env],
  );
  const { stdout } = await ground.run(
    program,
    ['--platform=local', '--dry-run=lookup', '--onboarding=false'],
    ...[folder, env],
  );
  const found = updatesIn(stdout);
  for (const [id, expected] of Object.entries(EXPECTED)) {
    checkUpdate(id, expected, found.get(`${expected.manager} ${id}`) ?? []);
  }
}

function checkUpdate(
  id: string,
  { digest }: { digest: boolean },
  updates: readonly Update[],
): void {
  const wanted = digest ? recordOf('payments', TO).digest : undefined;
  const [update, ...more] = updates;
  if (
    more.length > 0 ||
    update?.newValue !== TO ||
    (digest && update.newDigest !== wanted)
  ) {
    throw new Error(`${id}: Renovate offers ${JSON.stringify(updates)}`);
  }
}

/** `manager id` → what is offered for this chart. */
function updatesIn(log: string): Map<string, Update[]> {
  const line = log
    .split('\n')
    .find(one => one.includes('"packageFiles with updates"'));
  if (line === undefined) {
    throw new Error(`Renovate says ${log.slice(-1_000)}`);
  }
  const { config }: { config: Record<string, Found[]> } = JSON.parse(line);
  return new Map(
    Object.entries(config).flatMap(([manager, files]) =>
      files.map(({ packageFile, deps }): [string, Update[]] => [
        `${manager} ${packageFile.split('/')[0]}`,
        deps
          .filter(one => one.packageName?.endsWith('/acme/charts/payments'))
          .flatMap(({ updates }) => updates ?? []),
      ]),
    ),
  );
}
