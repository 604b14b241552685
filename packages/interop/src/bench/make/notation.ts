import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import { folderFor } from '../ground/folderFor.ts';
import { toolEnv, type Ground } from '../ground/Ground.ts';

const NAME = 'bench.acme.example';

const POLICY = {
  version: '1.0',
  trustPolicies: [
    {
      name: 'bench',
      registryScopes: ['*'],
      signatureVerification: { level: 'strict' },
      trustStores: [`ca:${NAME}`],
      trustedIdentities: ['*'],
    },
  ],
};

/** Makes a test certificate that Notation trusts, and signs with it. Once a ground: the certificate has a name. */
export async function signWithNotation(
  ground: Ground,
  reference: string,
): Promise<void> {
  const notation = installed(ground.tools, 'notation');
  const env = toolEnv(ground);
  const policy = join(folderFor(ground, 'notation'), 'policy.json');
  writeFileSync(policy, JSON.stringify(POLICY));
  await run(notation, ['cert', 'generate-test', '--default', NAME], { env });
  await run(notation, ['policy', 'import', '--force', policy], { env });
  await run(notation, ['sign', '--insecure-registry', reference], { env });
}
