import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { parseConfig } from './parseConfig';
import { Problems } from './problems';

const ROOT = resolve(__dirname, '../../../..');
const DOCUMENT = readFileSync(resolve(ROOT, 'docs/configuration.md'), 'utf8');

/** Known to no part, and near to no key. */
const unknown = { zzzzzzzzzzzz: true };

/** The unknown key in every object of the configuration, each kind of object at least once. */
const UNKNOWN_EVERYWHERE = {
  ...unknown,
  registries: ['none', 'basic', 'token', 'acme'].map(type => ({
    ...unknown,
    auth: { ...unknown, type },
    repositories: [unknown],
  })),
  trust: {
    ...unknown,
    roots: [{ ...unknown, thresholds: unknown }],
    keys: [unknown],
    distrust: [{ ...unknown, identity: unknown }],
  },
  policies: [
    {
      ...unknown,
      anyOf: [
        { ...unknown, root: 'a' },
        { ...unknown, key: 'a' },
      ],
      require: unknown,
    },
  ],
  indexing: unknown,
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
      ...DOCUMENT.matchAll(/```yaml\n(chartProvenance:\n[\s\S]*?)```/g),
    ].map(([, yaml]) => yaml);
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const example of examples) {
      const problems = new Problems();
      const config = parseConfig(parse(example).chartProvenance, problems);
      expect(problems.lines).toEqual([]);
      expect(config.rules.length).toBeGreaterThan(0);
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
      "`auth.type: 'aws' is not supported yet; use one of none, basic, token, or install a module that adds it`",
      { registries: [{ host: 'a.dev', auth: { type: 'aws' } }] },
    ],
    [
      'plainHttp: is accepted only together with allowPrivateAddress: true, for a registry on this machine or network; use HTTPS otherwise',
      { registries: [{ host: 'a.dev', plainHttp: true }] },
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
  ])('quotes what is really said: %s', (quoted, raw) => {
    // Not toContain: a failure would print the whole document.
    expect(DOCUMENT.replace(/\s+/g, ' ').includes(quoted)).toBe(true);
    const problems = new Problems();
    parseConfig(raw, problems);
    const said = quoted.replace(/^`|`$| …`$/g, '');
    expect(problems.lines.join('\n')).toContain(said);
  });
});
