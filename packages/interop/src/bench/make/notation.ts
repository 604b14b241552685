import { run } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import type { NotationStep } from '../cells/types.ts';
import { folderFor } from '../ground/folderFor.ts';
import { toolEnv, type Ground } from '../ground/Ground.ts';
import { packageChart } from './chart.ts';
import { referenceOf, type MadeCell } from './MadeCell.ts';
import { push } from './steps.ts';
import { transplant, type Alter } from './transplant.ts';

/** Signs the cell's chart with Notation; or another chart, whose signature is then hung onto this one. */
export async function signWithNotation(
  ground: Ground,
  step: NotationStep,
  made: MadeCell,
): Promise<void> {
  if (!step.moved) {
    await sign(ground, step, referenceOf(made));
    return;
  }
  const { cell, registry } = made;
  const folder = folderFor(ground, `cells/${cell.id}/another`);
  const archive = await packageChart(ground, folder, {
    words: `another than ${cell.id}`,
  });
  const parent = `${cell.id}-donor`;
  const digest = await push(ground, archive, `${registry.host}/${parent}`);
  const repository = made.repository.replace(cell.id, parent);
  await sign(ground, step, `${registry.host}/${repository}@${digest}`);
  const alter: Alter =
    step.moved === 'altered'
      ? envelope => renamed(envelope, digest, made.digest)
      : envelope => envelope;
  await transplant(ground, { repository, digest }, made, alter);
}

async function sign(
  ground: Ground,
  { by, syntax }: NotationStep,
  reference: string,
): Promise<void> {
  await run(
    installed(ground.tools, 'notation'),
    [
      ...['sign', '--insecure-registry', '--signature-format', syntax],
      ...['--key', by, reference],
    ],
    { env: toolEnv(ground) },
  );
}

/** The payload names another digest, and everything else is as it was. */
export function renamed(envelope: Buffer, from: string, to: string): Buffer {
  if (envelope[0] !== '{'.charCodeAt(0)) {
    return replaced(envelope, from, to);
  }
  const json: { payload: string } = JSON.parse(envelope.toString());
  const payload = replaced(Buffer.from(json.payload, 'base64url'), from, to);
  return Buffer.from(
    JSON.stringify({ ...json, payload: payload.toString('base64url') }),
  );
}

function replaced(bytes: Buffer, from: string, to: string): Buffer {
  const text = bytes.toString('latin1');
  if (!text.includes(from)) {
    throw new Error(`no digest ${from} in the payload`);
  }
  return Buffer.from(text.replace(from, to), 'latin1');
}
