import { policy, snippetInput, type Input } from './product.ts';

const KINDS = ['ghcr', 'ecr', 'gar', 'acr', 'harbor'] as const;

const REGISTRIES: Record<(typeof KINDS)[number], string> = {
  ghcr: 'ghcr.io',
  ecr: '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
  gar: 'europe-west1-docker.pkg.dev',
  acr: 'acme.azurecr.io',
  harbor: 'harbor.acme.dev:8443',
};

/** What stands in front of a failure, and what a text is made from. */
interface Titled {
  title: string;
  input: Input;
}

/** Charts in every kind of registry that texts tell apart, with and without what they may be verified by. */
export function everyInput(): Titled[] {
  const plain = snippetInput();
  const root = plain.roots[0];
  const own = { ...root, type: 'tuf' as const, trustedRoot: '{"a": 1}' };
  return KINDS.flatMap((registryKind): Titled[] => {
    const registry = REGISTRIES[registryKind];
    const chart = { ...plain.chart, registryKind, registry };
    return [
      { title: registryKind, input: { ...plain, chart } },
      {
        title: `${registryKind}, plain HTTP, a root of its own`,
        input: {
          ...plain,
          chart: { ...chart, plainHttp: true },
          roots: [own],
        },
      },
      {
        title: `${registryKind}, without policy`,
        input: { ...plain, chart, policies: [] },
      },
    ];
  }).concat({
    title: 'a name that is no label, and attestations',
    input: {
      ...plain,
      chart: {
        ...plain.chart,
        repository: 'acme/0_pay.ments',
        name: '0_pay.ments',
      },
      policies: [
        policy({
          requireAttestations: [{ type: 'https://slsa.dev/provenance/v1' }],
        }),
      ],
    },
  });
}
