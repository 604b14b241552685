import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { builtInAuthSchemas } from './authSchemas';
import { parseConfig } from './parseConfig';
import { Problems } from './problems';

const ROOT = resolve(__dirname, '../../../..');
const DOCUMENT = readFileSync(resolve(ROOT, 'docs/configuration.md'), 'utf8');
const GATE = readFileSync(resolve(ROOT, 'docs/gate.md'), 'utf8');

/** Known to no part, and near to no key. */
const unknown = { zzzzzzzzzzzz: true };

/** The unknown key in every object of the configuration, each kind of object at least once. */
const UNKNOWN_EVERYWHERE = {
  ...unknown,
  registries: [...Object.keys(builtInAuthSchemas), 'acme'].map(type => ({
    ...unknown,
    auth: { ...unknown, type },
    repositories: [unknown],
  })),
  legacyRepositories: ['none', 'basic', 'token'].map(type => ({
    ...unknown,
    auth: { ...unknown, type },
  })),
  trust: {
    ...unknown,
    roots: [{ ...unknown, thresholds: unknown, refresh: unknown }],
    keys: [unknown],
    keyrings: [unknown],
    stores: [unknown],
    distrust: [{ ...unknown, identity: unknown }],
  },
  policies: [
    {
      ...unknown,
      anyOf: [
        { ...unknown, root: 'a' },
        { ...unknown, key: 'a' },
        { ...unknown, keyring: 'a' },
        { ...unknown, store: 'a' },
      ],
      require: { ...unknown, attestations: [unknown] },
    },
  ],
  indexing: unknown,
  consumers: {
    ...unknown,
    kubernetes: unknown,
    git: [unknown],
    owners: [unknown],
    environments: [unknown],
  },
  checklist: { ...unknown, items: [unknown] },
  gate: { ...unknown, environments: [unknown] },
  images: { ...unknown, render: unknown, repositories: [unknown] },
};

/** `parent.key` of every setting the parser knows, in its own words: `unknown key …; known here: host, auth, …`. */
function knownSettings(): string[] {
  const problems = new Problems();
  parseConfig(UNKNOWN_EVERYWHERE, problems, { credentialTypes: ['acme'] });
  const found = problems.lines.flatMap(line => {
    const [, path, keys] =
      /^(\S+): unknown key 'z+'; known here: (.+)$/.exec(line) ?? [];
    const parent = path?.replace(/^chartProvenance\./, '').replace(/\d+/g, '');
    return keys?.split(', ').map(key => `${parent}.${key}`) ?? [];
  });
  return [...new Set(found)];
}

/** `parent.key` of every row of a table of settings. */
function documentedSettings(): string[] {
  return DOCUMENT.split(/^### /m)
    .slice(1)
    .flatMap(section => {
      const parent = /^`([^`]+)`$/m.exec(section.split('\n')[0])?.[1];
      const rows = [...section.matchAll(/^\| `(\w+)` *\|/gm)];
      return rows.map(([, key]) => `${parent}.${key}`);
    });
}

describe('docs/configuration.md', () => {
  it('has every setting the parser knows, and no other', () => {
    const known = knownSettings();
    expect(known).toContain('registries[].repositories[].match');
    expect(known).toContain('trust.distrust[].identity.subject');
    expect(documentedSettings().sort()).toEqual(known.sort());
  });

  it('shows only configurations that the backend accepts', () => {
    const examples = [
      ...`${DOCUMENT}\n${GATE}`.matchAll(
        /```yaml\n(chartProvenance:\n[\s\S]*?)```/g,
      ),
    ].map(([, yaml]) => yaml);
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const example of examples) {
      const problems = new Problems();
      const config = parseConfig(parse(example).chartProvenance, problems);
      expect(problems.lines).toEqual([]);
      // One that were read as nothing would pass as well.
      expect(
        config.rules.length + config.legacyRepositories.length,
      ).toBeGreaterThan(0);
    }
  });

  it.each<[quoted: string, raw: object]>([
    [
      'It leaves the repository open from offset 25 on.',
      {
        policies: [
          {
            name: 'open',
            anyOf: [
              {
                root: 'r',
                issuer: 'i',
                subjectPattern: 'https://github\\.com/acme/.*',
              },
            ],
          },
        ],
      },
    ],
    [
      '`match: “acme-*” mixes text with * or a capture; use *, ** or {name} for a whole segment …`',
      { registries: [{ host: 'a.dev', repositories: [{ match: 'acme-*' }] }] },
    ],
    [
      "`auth.type: 'basik' is not known; did you mean 'basic'?`",
      { registries: [{ host: 'a.dev', auth: { type: 'basik' } }] },
    ],
    [
      'auth.host: is missing; write the host of the entry under integrations that goes with registry.acme.dev:5050, like gitlab.acme.dev',
      {
        registries: [
          { host: 'registry.acme.dev:5050', auth: { type: 'integration' } },
        ],
      },
    ],
    [
      'auth: registry.acme.dev is no host of Amazon ECR (they are like 123456789012.dkr.ecr.eu-central-1.amazonaws.com), so it is not shown its tokens; if it is one under a name of your own, say so by repeating it: confirmHost: registry.acme.dev',
      { registries: [{ host: 'registry.acme.dev', auth: { type: 'aws' } }] },
    ],
    [
      'redirectHosts: is accepted only together with allowPrivateAddress: true; a download may be redirected to any public host without being listed',
      { registries: [{ host: 'a.dev', redirectHosts: ['b.dev'] }] },
    ],
    [
      'plainHttp: is accepted only together with allowPrivateAddress: true, for a registry on this machine or network; use HTTPS otherwise',
      { registries: [{ host: 'a.dev', plainHttp: true }] },
    ],
    [
      'consumers.kubernetes.clusters: must be all, or a list of names of clusters',
      { consumers: { kubernetes: { clusters: 'prod' } } },
    ],
    [
      "consumers.kubernetes.servers.b: https://a.dev is the API server of 'a' already; one server is one cluster",
      {
        consumers: {
          kubernetes: { servers: { a: 'https://a.dev', b: 'https://a.dev' } },
        },
      },
    ],
    [
      'consumers.git[0].url: must be the URL of a repository or a folder in it, like https://github.com/acme/gitops/tree/main/apps, without user name and fragment',
      { consumers: { git: [{ url: 'github.com/acme/gitops' }] } },
    ],
    [
      'consumers.git[0].exclude[0]: must be a path below url, like apps/old or **/fixtures, without a slash at its beginning or end; a folder goes with all that is in it',
      { consumers: { git: [{ url: 'https://a.dev', exclude: '/apps' }] } },
    ],
    [
      'consumers.git[0].exclude[0]: would leave out everything; name a file or folder, or take the place out of consumers.git',
      { consumers: { git: [{ url: 'https://a.dev', exclude: '**' }] } },
    ],
    [
      'consumers.kubernetes.clusters: names no cluster; write all, or take consumers.kubernetes out',
      { consumers: { kubernetes: { clusters: [] } } },
    ],
    [
      'consumers.environments[0].clusters[0]: is a regular expression; a pattern covers the whole text, with * for any text without a slash, ** for any text and {name} for one name, and several patterns are a list',
      { consumers: { environments: [{ name: 'a', clusters: '^prod-.*$' }] } },
    ],
    [
      'legacy: It is not a chart in a legacy repository; write it like https://charts.acme.dev#{name}.',
      {
        registries: [
          {
            host: 'a.dev',
            repositories: [{ match: 'a/b', legacy: 'https://charts.acme.dev' }],
          },
        ],
      },
    ],
    [
      'auth: must be an object like {type: none}; types are none, basic, token',
      { legacyRepositories: [{ url: 'https://a.dev', auth: 'basic' }] },
    ],
    [
      'url: http: is accepted only together with allowPrivateAddress: true, for a repository on this machine or network; use https: otherwise',
      { legacyRepositories: [{ url: 'http://a.dev' }] },
    ],
    [
      'consumers.owners[0].entity: {b} is not captured by this rule, which captures {a}',
      {
        consumers: {
          owners: [{ name: '{a}', entity: 'component:default/{b}' }],
        },
      },
    ],
    [
      'consumers.owners[0]: needs at least one of cluster, namespace, name and path; without, every consumer would be that entity’s',
      { consumers: { owners: [{ entity: 'component:default/b' }] } },
    ],
    [
      "consumers.environments[0]: needs at least one of clusters, namespaces and paths; for all clusters write clusters: '*'",
      { consumers: { environments: [{ name: 'production' }] } },
    ],
    [
      'tlog and timestamp are both 0: nothing would prove when a signature was made; set one of them to 1 or more',
      {
        trust: {
          roots: [
            {
              id: 'r',
              type: 'publicGood',
              thresholds: { tlog: 0, timestamp: 0 },
            },
          ],
        },
      },
    ],
    [
      'gate.environments[0].enforceFrom: must be a day like 2027-03-01, always or never',
      { gate: { environments: [{ name: 'a', enforceFrom: 'soon' }] } },
    ],
    [
      "gate.environments[0].repositories: no registry is called 'ghcr.oi'; did you mean 'ghcr.io'?",
      {
        registries: [{ host: 'ghcr.io' }],
        gate: { environments: [{ name: 'a', repositories: 'ghcr.oi/**' }] },
      },
    ],
    [
      "gate.environments[1]: is never reached: an entry of 'production' before it has no repositories, and is for every chart; put it last",
      {
        gate: {
          environments: [{ name: 'production' }, { name: 'production' }],
        },
      },
    ],
  ])('quotes what is really said: %s', (quoted, raw) => {
    // Not toContain: a failure would print the whole document.
    expect(DOCUMENT.replace(/\s+/g, ' ').includes(quoted)).toBe(true);
    const problems = new Problems();
    parseConfig(raw, problems);
    const said = quoted.replace(/^`|`$| …`$/g, '');
    expect(problems.lines.join('\n')).toContain(said);
  });
});
