import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { readPredicate } from './readPredicate';

const SLSA = 'https://slsa.dev/provenance';
const github = {
  buildDefinition: {
    buildType: 'https://actions.github.io/buildtypes/workflow/v1',
    externalParameters: {
      workflow: {
        repository: 'https://github.com/acme/payments',
        ref: 'refs/tags/v1',
      },
    },
    resolvedDependencies: [
      { uri: 'git+https://github.com/acme/payments@refs/tags/v1' },
    ],
  },
  runDetails: { builder: { id: 'https://github.com/acme/b.yml' } },
};

const predicates: [string, string, unknown, PredicateFacts | undefined][] = [
  [
    'CycloneDX',
    'https://cyclonedx.org/bom/v1.5',
    { bomFormat: 'CycloneDX', specVersion: '1.5', components: [{}, {}, {}] },
    { label: 'CycloneDX 1.5', packageCount: 3 },
  ],
  [
    'SPDX',
    'https://spdx.dev/Document',
    { spdxVersion: 'SPDX-2.3', packages: [{}] },
    { label: 'SPDX-2.3', packageCount: 1 },
  ],
  [
    'SLSA v1',
    `${SLSA}/v1`,
    github,
    {
      label: 'SLSA v1',
      builderId: 'https://github.com/acme/b.yml',
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      source: 'git+https://github.com/acme/payments@refs/tags/v1',
    },
  ],
  [
    'SLSA v1 that resolved nothing',
    `${SLSA}/v1`,
    {
      ...github,
      buildDefinition: {
        ...github.buildDefinition,
        resolvedDependencies: undefined,
      },
    },
    expect.objectContaining({
      source: 'https://github.com/acme/payments@refs/tags/v1',
    }),
  ],
  [
    'SLSA v0.2',
    `${SLSA}/v0.2`,
    {
      builder: { id: 'https://builder.example' },
      buildType: 'make',
      invocation: { configSource: { uri: 'git+https://git.example/x' } },
    },
    {
      label: 'SLSA v0.2',
      builderId: 'https://builder.example',
      buildType: 'make',
      source: 'git+https://git.example/x',
    },
  ],
  [
    'an unknown type',
    'https://example.org/p',
    { builder: { id: 'x' } },
    undefined,
  ],
  [
    'text instead of SPDX',
    'https://spdx.dev/Document',
    'SPDXVersion: 2.3',
    undefined,
  ],
  ['null instead of SLSA', `${SLSA}/v1`, null, undefined],
  [
    'another format under the name',
    'https://cyclonedx.org/bom',
    { bomFormat: 'x' },
    undefined,
  ],
];

describe('readPredicate', () => {
  it.each(predicates)('%s', (_, predicateType, predicate, expected) => {
    const statement = { predicateType, predicate, subjects: [] };
    expect(readPredicate(statement)).toEqual(expected);
  });

  it('bounds what it passes on', () => {
    const facts = readPredicate({
      predicateType: `${SLSA}/v0.2`,
      predicate: { buildType: `\u0007${'x'.repeat(10_000)}` },
      subjects: [],
    });
    expect(facts?.buildType).toHaveLength(500);
    expect(facts?.buildType).not.toContain('\u0007');
  });
});
