import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { run } from '../../process/run.ts';
import { chartInput, policyOf } from './chartInput.ts';
import { generateText } from './product.ts';

/** The patch over sources, by the real kustomize: what authors wrote below `verify` is gone, whoever may have signed. */
export async function patchesSources(
  kubectl: string,
  folder: string,
): Promise<void> {
  for (const [signer, members] of [
    ['exact', ['matchOIDCIdentity', 'provider']],
    ['key', ['provider', 'secretRef']],
    ['private', ['matchOIDCIdentity', 'provider', 'trustedRootSecretRef']],
  ] as const) {
    const text = generateText(
      'flux-verify',
      chartInput([policyOf('release', [signer])]),
      {},
    );
    const place = mkdtempSync(join(folder, 'patch-'));
    for (const file of text.files) {
      const path = join(place, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
    }
    const tests = text.files.find(({ path }) => path.endsWith('weak.yaml'));
    const { stdout } = await run(kubectl, [
      'kustomize',
      join(place, dirname(tests?.path ?? '')),
    ]);
    const { spec } = parse(stdout) as { spec: { verify: object } };
    const left = Object.keys(spec.verify).sort();
    if (!isDeepStrictEqual(left, [...members]) || /my-own/.test(stdout)) {
      throw new Error(`${signer}: ${stdout}`);
    }
  }
}
