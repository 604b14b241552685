import { parseConfig } from '../../config/parseConfig';
import { Problems } from '../../config/problems';
import { ChartRecord } from '../../store';
import { readChange } from './readChange';

const chart = (name: string): ChartRecord => ({
  chartId: name.padEnd(16, '0'),
  registry: 'ghcr.io',
  repository: `acme/charts/${name}`,
  owner: `component:default/${name}`,
  knownBy: 'convention',
  expectedSource: null,
  policies: ['release'],
  requestedPolicies: [],
  conflict: [],
});

const problems = new Problems();
const config = parseConfig(
  {
    registries: [{ host: 'ghcr.io', repositories: [{ match: 'acme/**' }] }],
    trust: { keys: [{ id: 'one', pem: 'PEM' }] },
    policies: ['release', 'strict'].map(name => ({
      name,
      anyOf: [{ key: 'one' }],
    })),
    gate: {
      environments: [
        {
          name: 'production',
          repositories: 'ghcr.io/acme/charts/search',
          requireDigest: true,
          policies: 'strict',
        },
        { name: 'production' },
      ],
    },
  },
  problems,
);

describe('readChange', () => {
  it('goes by the first entry that fits a chart, as the gate does', () => {
    const { touches, requireDigest, changed } = readChange(
      { kind: 'enforcement', environment: 'production' },
      config,
    );
    const told = (name: string) => [
      touches(chart(name)),
      requireDigest(chart(name)),
      changed(chart(name)).policies,
    ];
    expect(told('search')).toEqual([true, true, ['release', 'strict']]);
    expect(told('payments')).toEqual([true, false, ['release']]);
  });

  it('takes a host however it is written', () => {
    const { touches } = readChange(
      {
        kind: 'policy',
        policy: 'strict',
        charts: 'GHCR.IO/acme/charts/search',
      },
      config,
    );
    expect([touches(chart('search')), touches(chart('payments'))]).toEqual([
      true,
      false,
    ]);
  });
});
