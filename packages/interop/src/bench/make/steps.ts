import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import type { AttestationType } from '../cells/types.ts';
import { folderFor } from '../ground/folderFor.ts';
import { toolEnv, type Ground } from '../ground/Ground.ts';
import {
  cosignEnv,
  cosignOf,
  signingArguments,
  type Manner,
} from './cosignArguments.ts';
import { cyclonedx, predicateOf, spdx } from './predicates.ts';

const PUSHED = /^Digest: (sha256:[0-9a-f]{64})$/m;

/** @returns the digest that Helm says it pushed. */
export async function push(
  ground: Ground,
  archive: string,
  parent: string,
  helm: 'helm' | 'helm3' = 'helm',
): Promise<string> {
  const outcome = await run(
    installed(ground.tools, helm),
    ['push', archive, `oci://${parent}`, '--plain-http'],
    { env: toolEnv(ground) },
  );
  const digest = PUSHED.exec(outcome.stdout + outcome.stderr)?.[1];
  if (!digest) {
    throw new Error(`helm push named no digest: ${outcome.stdout}`);
  }
  return digest;
}

export async function sign(
  ground: Ground,
  manner: Manner,
  reference: string,
): Promise<void> {
  await run(
    installed(ground.tools, cosignOf(manner.method)),
    [
      ...['sign', ...signingArguments(ground, manner)],
      ...(manner.method === 'cosign2-oci11'
        ? ['--registry-referrers-mode=oci-1-1']
        : []),
      reference,
    ],
    { env: cosignEnv(ground, manner.method) },
  );
}

export async function attest(
  ground: Ground,
  manner: Manner,
  type: AttestationType,
  reference: string,
): Promise<void> {
  const predicate = join(
    folderFor(ground, 'predicates'),
    `${type}-${manner.by}.json`,
  );
  writeOnce(predicate, predicateOf(type, manner.by));
  await run(
    installed(ground.tools, cosignOf(manner.method)),
    [
      ...['attest', ...signingArguments(ground, manner)],
      ...['--type', type, '--predicate', predicate, reference],
    ],
    { env: cosignEnv(ground, manner.method) },
  );
}

const SBOMS = {
  spdx: { mediaType: 'application/spdx+json', write: spdx },
  cyclonedx: { mediaType: 'application/vnd.cyclonedx+json', write: cyclonedx },
};

/** Hangs an unsigned bill of materials onto the chart, as `oras attach` users do. */
export async function attach(
  ground: Ground,
  type: keyof typeof SBOMS,
  reference: string,
): Promise<void> {
  const { mediaType, write } = SBOMS[type];
  const folder = folderFor(ground, 'predicates');
  writeOnce(join(folder, `${type}.attached`), write());
  await run(
    installed(ground.tools, 'oras'),
    [
      ...['attach', '--plain-http', '--artifact-type', mediaType],
      ...[reference, `${type}.attached:${mediaType}`],
    ],
    { env: toolEnv(ground), cwd: folder },
  );
}

/** The same as cosign 2 does it, with a warning that it is deprecated. */
export async function attachByTag(
  ground: Ground,
  reference: string,
): Promise<void> {
  const file = join(folderFor(ground, 'predicates'), 'attached-by-tag.json');
  writeOnce(file, spdx());
  await run(
    installed(ground.tools, 'cosign2'),
    ['attach', 'sbom', '--type', 'spdx', '--sbom', file, reference],
    { env: toolEnv(ground) },
  );
}

/** Another cell's tool may be reading it. */
function writeOnce(path: string, value: object): void {
  if (!existsSync(path)) {
    writeFileSync(path, JSON.stringify(value));
  }
}
