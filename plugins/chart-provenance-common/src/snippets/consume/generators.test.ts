import { parseAllDocuments } from 'yaml';
import { compareGate } from '../../consumers/gate';
import { readConsumers } from '../../consumers/readConsumers';
import type { RegistryKind } from '../../quirks/types';
import { consumeGenerators } from './index';
import { combinations } from './testing/combinations';
import { DIGEST, policy, snippetInput } from './testing/inputs';

const KINDS: RegistryKind[] = ['ghcr', 'ecr', 'gar', 'acr'];
const PIN: Record<string, string> = {
  'argocd-oci': 'digest',
  'argocd-multi-source': 'digest',
  'argocd-applicationset': 'digest',
  'argocd-helm': 'version',
  'flux-oci-repository': 'digest',
  'flux-helm-repository': 'version',
};

const rows = KINDS.flatMap(registryKind => {
  const plain = snippetInput();
  const input = { ...plain, chart: { ...plain.chart, registryKind } };
  return consumeGenerators.flatMap(generator =>
    combinations(generator, input).map(
      options =>
        [
          `${generator.id} ${registryKind} ${Object.values(options).join(' ')}`,
          { generator, options, input },
        ] as const,
    ),
  );
});

it.each(rows)('%s: what it says is what its guarantees promise', (_, row) => {
  const { generator, options, input } = row;
  expect(generator.unavailable(input)).toBeNull();
  const made = generator.generate(input, options);
  expect(made.guarantees).toMatch(/^[A-Z].*\.$/);
  expect(made.cannot.length).toBeGreaterThan(0);
  for (const said of [...made.cannot, ...made.notes]) {
    expect(said).toMatch(/^[^\n]*[.:)}]$/);
  }
  const documents = made.files
    .filter(({ language }) => language === 'yaml')
    .flatMap(({ text }) => parseAllDocuments(text));
  for (const document of documents) {
    expect(document).toMatchObject({ errors: [], warnings: [] });
  }
  const pin = PIN[generator.id];
  if (pin === undefined) {
    return;
  }
  const { consumers, problems } = readConsumers(
    documents.map(one => ({ kind: 'manifest', value: one.toJS() })),
  );
  expect(problems).toEqual([]);
  expect(consumers).toHaveLength(1);
  const [{ reading }] = consumers;
  const { registry, repository } = input.chart;
  expect(reading).toMatchObject({
    target: { kind: 'oci', registry, repository },
    ...{ pin, findings: [] },
    wants:
      pin === 'digest'
        ? { digest: DIGEST, version: null }
        : { digest: null, version: '1.8.0+build.5' },
  });
  const gate = compareGate(reading.gate, input.policies, {
    publicRoots: ['public'],
  });
  const isVerified = options.verify === 'signer-1';
  expect(gate.strength === 'as-policy').toBe(isVerified);
});

it('asks Flux for one identity that takes every signer of the issuer, and says what Flux leaves out', () => {
  const generator = consumeGenerators.find(
    ({ id }) => id === 'flux-oci-repository',
  )!;
  const input = snippetInput({
    policies: [
      policy({
        requireAttestations: [{ type: 'https://slsa.dev/provenance' }],
      }),
      policy({ name: 'security' }),
    ],
  });
  const { files, cannot } = generator.generate(input, {
    verify: 'signer-1',
    auth: 'none',
  });
  const [source] = parseAllDocuments(files[0].text);
  const identities = source.toJS().spec.verify.matchOIDCIdentity;
  expect(identities).toHaveLength(1);
  expect(identities[0].subject).toMatch(/^\^\(\?:.*\|.*\)\$$/);
  expect(identities[0].issuer).toBe(
    '^https://token\\.actions\\.githubusercontent\\.com$',
  );
  expect(cannot.join('\n')).toMatch(/attestations[\s\S]*security must be met/);
});

it('writes the material of roots and keys beside it, and never under the public root', () => {
  const generator = consumeGenerators.find(
    ({ id }) => id === 'flux-oci-repository',
  )!;
  const input = snippetInput({
    roots: [
      {
        ...snippetInput().roots[0],
        type: 'tuf',
        trustedRoot: '{"mediaType":"x"}',
      },
    ],
  });
  const paths = combinations(generator, input).map(options =>
    generator.generate(input, options).files.map(({ path }) => path),
  );
  expect(paths).toContainEqual([
    'payments/chart.yaml',
    'trusted_root.json',
    'create-trusted-root.sh',
  ]);
  expect(paths).toContainEqual([
    'payments/chart.yaml',
    'payments-cosign-keys.yaml',
  ]);
});

it('can only be made where a version is published, but for what names none', () => {
  const input = snippetInput({ version: null });
  const possible = consumeGenerators
    .filter(one => one.unavailable(input) === null)
    .map(({ id }) => id);
  expect(possible).toEqual(['argocd-repository-secret', 'renovate']);
});
