import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Scene, type Step } from './Client.ts';

const TYPE = 'https://acme.example/checked/v1';
const KEY = ['--key', 'acme.key'];
const PUBLIC_KEY = ['--key', 'acme.pub', '--insecure-ignore-tlog'];

/** Without a transparency log: these steps are about the registry, not about trust. */
const OFFLINE: Record<string, string[]> = {
  cosign: ['--tlog-upload=false', '--use-signing-config=false'],
  cosign2: ['--tlog-upload=false'],
};

/** Both cosigns sign and attest with a key, and find what they wrote. Version 2 first: it wants a trusted root once it sees bundles. */
export const cosignSteps: Step[] = ['cosign2', 'cosign'].flatMap(tool => [
  {
    tool,
    does: 'sign with a key, verify, tree',
    play: (cosign: string, scene: Scene) => sign(tool, cosign, scene),
  },
  {
    tool,
    does: 'attest with a key, verify-attestation',
    play: (cosign: string, scene: Scene) => attest(tool, cosign, scene),
  },
]);

async function sign(
  tool: string,
  cosign: string,
  { call, chart, digest }: Scene,
): Promise<void> {
  await call(cosign, 'generate-key-pair', '--output-key-prefix', 'acme');
  await call(cosign, 'sign', '--yes', ...KEY, ...OFFLINE[tool], chart);
  const verified = await call(cosign, 'verify', ...PUBLIC_KEY, chart);
  const tree = await call(cosign, 'tree', chart);
  if (!verified.includes(digest) || !tree.includes('sha256')) {
    throw new Error(`cosign verify says ${verified}, cosign tree ${tree}`);
  }
}

async function attest(
  tool: string,
  cosign: string,
  { call, chart, folder }: Scene,
): Promise<void> {
  writeFileSync(join(folder, 'predicate.json'), '{"checked": true}');
  const predicate = ['--predicate', 'predicate.json', '--type', TYPE];
  await call(
    cosign,
    ...['attest', '--yes', ...KEY, ...OFFLINE[tool], ...predicate, chart],
  );
  const verified = await call(
    cosign,
    ...['verify-attestation', ...PUBLIC_KEY, '--type', TYPE, chart],
  );
  if (!verified.includes('payload')) {
    throw new Error(`cosign verify-attestation says ${verified}`);
  }
}
