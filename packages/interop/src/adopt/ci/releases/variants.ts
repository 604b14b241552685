import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Steps } from '../../../cluster/Steps.ts';
import { notRunnable } from '../../../tools/toolbox.ts';
import { checkOut } from '../ground/chartRepository.ts';
import type { Versions } from '../ground/programs.ts';
import type { CiGround } from '../ground/startGround.ts';
import type { CiInput } from '../product.ts';
import { failsAt } from './expectFailure.ts';
import { GithubRelease } from './GithubRelease.ts';

const VARIANTS: readonly (Versions & { title: string })[] = [
  {
    title: 'Helm 4, cosign 3, the public instance',
    ...{ helm: 'helm', cosign: 'cosign', publicGood: true },
  },
  {
    title: 'Helm 3, cosign 3',
    ...{ helm: 'helm3', cosign: 'cosign', publicGood: false },
  },
  {
    title: 'Helm 4, cosign 2, the public instance',
    ...{ helm: 'helm', cosign: 'cosign2', publicGood: true },
  },
];

/** A release from its tag to its promotion, with each version of the tools. */
export async function playVariants(
  ground: CiGround,
  steps: Steps,
  say: (line: string) => void,
): Promise<void> {
  await steps.step('Helm 4, cosign 3, a Sigstore of one’s own', () =>
    playWhole(ground),
  );
  for (const { title, ...versions } of VARIANTS) {
    const reason = notRunnable(ground.tools, versions.helm, versions.cosign);
    if (reason === undefined) {
      await steps.step(title, async () => {
        const release = new GithubRelease(ground, { versions });
        const published = await release.publish(await checkOut(ground));
        await release.after('verify', published);
      });
    } else {
      say(`- ${title} is left out: ${reason}`);
    }
  }
  await steps.step('a policy that asks for a key', () => playKey(ground));
}

/** With Helm 4 the run can be repeated: the same commit makes the same digest. */
async function playWhole(ground: CiGround): Promise<void> {
  const release = new GithubRelease(ground);
  const first = await checkOut(ground);
  const published = await release.publish(first);
  await release.after('verify', published);
  await release.after('promote', published);
  const second = join(ground.folder, ground.fresh('clone'));
  await promisify(execFile)('git', ['clone', '--quiet', first, second]);
  const again = await release.publish(second);
  if (again.digest !== published.digest) {
    throw new Error(`${published.digest} became ${again.digest}`);
  }
  holdsBillOfMaterials(join(first, 'release', 'sbom.cdx.json'));
}

interface Bom {
  metadata: { properties: { name: string; value: string }[] };
  components: { 'bom-ref': string }[];
}

/** Subchart and images, no text that only looks like one, and the values it is true for. */
function holdsBillOfMaterials(file: string): void {
  const bom: Bom = JSON.parse(readFileSync(file, 'utf8'));
  const said = JSON.stringify([
    ...bom.components.map(one => one['bom-ref']),
    ...bom.metadata.properties.map(({ value }) => value),
  ]);
  const expected = JSON.stringify([
    'subchart sub 0.3.1',
    `registry.acme.example/acme/images/migrate@sha256:${'c'.repeat(64)}`,
    'registry.acme.example/acme/images/payments:2026.10.3',
    "the chart's own values.yaml",
    '1.34.0',
  ]);
  if (said !== expected) {
    throw new Error(`the bill of materials has ${said}, not ${expected}`);
  }
}

async function playKey(ground: CiGround): Promise<void> {
  const own = await keyPair(ground, 'release');
  const other = await keyPair(ground, 'other');
  const release = new GithubRelease(ground, {
    versions: { helm: 'helm', cosign: 'cosign', publicGood: true },
    changes: keyPolicy(own.pem),
  });
  const published = await release.publish(await checkOut(ground), {
    secrets: {
      'secrets.COSIGN_PRIVATE_KEY': own.key,
      'secrets.COSIGN_PASSWORD': '',
    },
  });
  await release.after('verify', published);
  const stranger = new GithubRelease(ground, {
    versions: { helm: 'helm', cosign: 'cosign', publicGood: true },
    changes: { ...keyPolicy(other.pem), chart: release.input.chart },
  });
  await failsAt('Verify the signature', /signature|no matching/i, () =>
    stranger.after('verify', published),
  );
}

function keyPolicy(pem: string): Partial<CiInput> {
  return {
    keys: [{ id: 'release', pem }],
    policies: [
      {
        name: 'acme-key',
        selectable: false,
        anyOf: [{ kind: 'key', key: 'release' }],
        requireAttestations: [],
        maxStalenessMs: 86_400_000,
      },
    ],
  };
}

async function keyPair(
  ground: CiGround,
  name: string,
): Promise<{ key: string; pem: string }> {
  const env = ground.machine({
    helm: 'helm',
    cosign: 'cosign',
    publicGood: false,
  });
  const prefix = join(ground.folder, name);
  await promisify(execFile)(
    'cosign',
    ['generate-key-pair', '--output-key-prefix', prefix],
    { env: { ...env, COSIGN_PASSWORD: '' } },
  );
  return {
    key: readFileSync(`${prefix}.key`, 'utf8'),
    pem: readFileSync(`${prefix}.pub`, 'utf8'),
  };
}
