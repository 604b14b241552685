import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, type Outcome } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import { folderFor } from '../ground/folderFor.ts';
import { pgpKeys, toolEnv, type Ground } from '../ground/Ground.ts';
import { digestOf, VERSION } from '../make/chart.ts';
import type { MadeCell } from '../make/MadeCell.ts';
import { answerOf } from './answerOf.ts';
import type { ToolAnswers } from './ToolAnswers.ts';

/** `helm show chart`, by version as people do it. */
export async function showChart(
  ground: Ground,
  made: MadeCell,
): Promise<ToolAnswers['chart']> {
  const outcome = await ask(ground, made, ['show', 'chart', ...named(made)]);
  const field = (key: string) =>
    new RegExp(`^${key}: "?([^"\\n]+)"?$`, 'm').exec(outcome.stdout)?.[1];
  return {
    ...answerOf(outcome),
    name: field('name'),
    version: field('version'),
  };
}

/** `helm pull`: digest of the archive that arrived; undefined when none did. */
export async function pull(
  ground: Ground,
  made: MadeCell,
): Promise<string | undefined> {
  const folder = mkdtempSync(join(folderFor(ground, 'pulled'), 'chart-'));
  await ask(ground, made, ['pull', ...named(made), '--destination', folder]);
  const archive = readdirSync(folder).find(name => name.endsWith('.tgz'));
  return archive && digestOf(join(folder, archive));
}

/** `helm pull --verify` with the keyring of the release team. */
export async function pullVerify(
  ground: Ground,
  made: MadeCell,
): Promise<NonNullable<ToolAnswers['pullVerify']>> {
  const folder = mkdtempSync(join(folderFor(ground, 'pulled'), 'verified-'));
  const outcome = await ask(ground, made, [
    ...['pull', ...named(made), '--destination', folder],
    ...['--verify', '--keyring', pgpKeys(ground).keyring],
  ]);
  const said = outcome.stdout + outcome.stderr;
  const [, fingerprint] =
    /Using Key With Fingerprint: ([0-9A-F]{40})/.exec(said) ?? [];
  return { ...answerOf(outcome), fingerprint };
}

const named = ({ registry, repository }: MadeCell) => [
  ...[`oci://${registry.host}/${repository}`, '--version', VERSION],
  '--plain-http',
];

function ask(
  ground: Ground,
  { cell }: MadeCell,
  args: string[],
): Promise<Outcome> {
  return attempt(installed(ground.tools, cell.helm ?? 'helm'), args, {
    env: toolEnv(ground),
    limitMs: 60_000,
  });
}
