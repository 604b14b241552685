import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manner } from '../../bench/make/cosignArguments.ts';
import { packageChart } from '../../bench/make/chart.ts';
import { attest, push, sign } from '../../bench/make/steps.ts';
import { folderFor } from '../../bench/ground/folderFor.ts';
import type { Ground } from '../../bench/ground/Ground.ts';
import { IDENTITIES } from '../../bench/ground/signers.ts';
import { chartInput, GITHUB } from './chartInput.ts';
import { policyFolder } from './evasions/refusesEvasions.ts';
import type { KubernetesObject } from '../../services/kubernetes/KubernetesClient.ts';
import type { KyvernoCli } from './KyvernoCli.ts';
import { generateText, type EnforceInput } from './product.ts';
import type { TufMirror } from './tufMirror.ts';

type Signer = EnforceInput['policies'][number]['anyOf'][number];

const KEY: Signer = { kind: 'key', key: 'p256' };
const IDENTITY: Signer = {
  ...{ kind: 'keyless', root: 'acme', issuer: GITHUB },
  subject: IDENTITIES.github.subject,
};

/** A chart, how it is signed, and what Kyverno must say of it. */
interface Case {
  name: string;
  signed?: Manner;
  /** An SBOM is attested, and nothing else signed. */
  attested?: Manner;
  asked: Signer;
  format: 'bundle' | 'legacy';
  expected: 'pass' | 'fail' | 'error';
  /** The digest is of nothing that was published. */
  unheardOf?: true;
}

const bundle = (by: Manner['by']): Manner => ({ method: 'cosign3-bundle', by });
const tags = (by: Manner['by']): Manner => ({ method: 'cosign2-tags', by });

const CASES: readonly Case[] = [
  ...keyCases(),
  {
    ...{ name: 'identity', signed: bundle('github'), asked: IDENTITY },
    ...{ format: 'bundle', expected: 'pass' },
  },
  {
    ...{ name: 'identity-of-a-fork', signed: bundle('github-fork') },
    ...{ asked: IDENTITY, format: 'bundle', expected: 'fail' },
  },
  {
    ...{ name: 'key-for-identity', signed: bundle('p256'), asked: IDENTITY },
    ...{ format: 'bundle', expected: 'fail' },
  },
  {
    ...{ name: 'identity-for-key', signed: bundle('github'), asked: KEY },
    ...{ format: 'bundle', expected: 'fail' },
  },
];

function keyCases(): Case[] {
  const key = (
    name: string,
    format: Case['format'],
    expected: Case['expected'],
    made: Pick<Case, 'signed' | 'attested' | 'unheardOf'>,
  ): Case => ({ ...{ name, format, expected, asked: KEY }, ...made });
  return [
    key('key', 'bundle', 'pass', { signed: bundle('p256') }),
    key('key-in-tags', 'legacy', 'pass', { signed: tags('p256') }),
    key('key-not-in-a-bundle', 'bundle', 'fail', { signed: tags('p256') }),
    key('another-key', 'bundle', 'fail', { signed: bundle('p256-other') }),
    key('another-key-in-tags', 'legacy', 'fail', {
      signed: tags('p256-other'),
    }),
    key('unsigned', 'bundle', 'fail', {}),
    key('unsigned-in-tags', 'legacy', 'fail', {}),
    key('sbom-alone', 'bundle', 'fail', { attested: bundle('p256') }),
    // Told in the text: an SBOM counts as a signature there.
    key('sbom-alone-as-legacy', 'legacy', 'pass', { attested: bundle('p256') }),
    key('unheard-of', 'bundle', 'error', { unheardOf: true }),
  ];
}

/** Charts that are really signed, in a real registry: Kyverno accepts those by the signer alone, for Flux and for Argo CD. @returns what was published, by the name of its case */
export async function verifiesCharts(
  ground: Ground,
  kyverno: KyvernoCli,
  mirror: TufMirror,
): Promise<ReadonlyMap<string, string>> {
  const references = new Map<string, string>();
  const objects: KubernetesObject[] = [];
  const policies: string[] = [];
  for (const one of CASES) {
    const digest = await publish(ground, one);
    references.set(one.name, `${hostOf(ground)}/${one.name}/app@${digest}`);
    objects.push(...consumersOf(hostOf(ground), one.name, digest));
    policies.push(policyFile(ground, kyverno, mirror, one));
  }
  const results = await kyverno.apply(policies, objects, [
    '--registry',
    ...(await kyverno.definitions()),
  ]);
  const problems = CASES.flatMap(({ name, expected }) => {
    const own = results.filter(({ resource }) => resource.endsWith(`/${name}`));
    const right = own.filter(({ result }) => result === expected);
    return own.length === 2 && right.length === 2
      ? []
      : [`${name}: not twice ${expected}, but ${JSON.stringify(own)}`];
  });
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return references;
}

function hostOf({ registries }: Ground): string {
  const registry = registries.get('debian');
  if (!registry || 'notRunnable' in registry) {
    throw new Error('the registry does not run');
  }
  return registry.host;
}

async function publish(ground: Ground, one: Case): Promise<string> {
  const host = hostOf(ground);
  const archive = await packageChart(
    ground,
    folderFor(ground, `enforce/${one.name}`),
    { words: one.name },
  );
  const digest = await push(ground, archive, `${host}/${one.name}`);
  const reference = `${host}/${one.name}/app@${digest}`;
  if (one.signed) {
    await sign(ground, one.signed, reference);
  }
  if (one.attested) {
    await attest(ground, one.attested, 'cyclonedx', reference);
  }
  return one.unheardOf ? `sha256:${'1f'.repeat(32)}` : digest;
}

/** A source of Flux and an Application that name the digest. */
function consumersOf(
  host: string,
  name: string,
  digest: string,
): KubernetesObject[] {
  const repoURL = `oci://${host}/${name}/app`;
  const metadata = { name, namespace: 'shop' };
  return [
    {
      ...{ apiVersion: 'source.toolkit.fluxcd.io/v1', kind: 'OCIRepository' },
      ...{ metadata, spec: { url: repoURL, ref: { digest } } },
    },
    {
      ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata },
      spec: { source: { repoURL, path: '.', targetRevision: digest } },
    },
  ];
}

/** The generated policy on the signature; our own Sigstore’s mirror stands in it, as the text says to do. */
function policyFile(
  ground: Ground,
  kyverno: KyvernoCli,
  mirror: TufMirror,
  { name, asked, format }: Case,
): string {
  const text = generateText('kyverno', inputOf(ground, `${name}/app`, asked), {
    ...{ mode: 'deny', format },
  });
  const files = text.files.map(file => ({
    ...file,
    text: mirror.named(file.text),
  }));
  const folder = kyverno.write({ ...text, files });
  return join(policyFolder(folder, text), 'signature.yaml');
}

export function inputOf(ground: Ground, repository: string, asked: Signer) {
  const input = chartInput(
    [
      {
        ...{ name: 'release', selectable: false, anyOf: [asked] },
        ...{ requireAttestations: [], maxStalenessMs: 86_400_000 },
      },
    ],
    {
      ...{ registry: hostOf(ground), repository, name: 'app' },
      ...{ registryKind: 'distribution', plainHttp: true },
    },
  );
  const read = (file: string) => readFileSync(file, 'utf8');
  return {
    ...input,
    roots: input.roots.map(root =>
      root.id === 'acme'
        ? { ...root, trustedRoot: read(ground.trust.trustedRoot) }
        : root,
    ),
    keys: [{ id: 'p256', pem: read(join(ground.folder, 'p256.pub')) }],
  };
}
