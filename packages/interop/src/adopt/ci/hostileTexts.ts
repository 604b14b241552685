import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import { run } from '../../process/run.ts';
import { chartInput, REGISTRIES } from './inputs.ts';
import { generateCi, type CiInput } from './product.ts';

/** What each string is made into; a shell, GitHub, GitLab or YAML would do something with it. */
const HOSTILE = [
  '$(touch pwned)',
  '`touch pwned`',
  "'; touch pwned; '",
  '"; touch pwned; "',
  '\n  evil: true',
  '${{ secrets.GITHUB_TOKEN }}',
  '$CI_JOB_TOKEN',
  '#',
  '*x',
  '&x y',
  '!!js/function x',
  '%{x}',
  '\\',
  'a\'b"c\\d e',
  '$((1+1))',
  '~',
  '> file',
  '\u202E',
];

/**
 * Hostile strings in every place where a chart's owner, or somebody else, writes one: each text is refused, or the real readers get the string out
 * again as it went in, and nothing is run.
 */
export async function keepsHostileTextsInert(
  say: (line: string) => void,
): Promise<void> {
  let inert = 0;
  let refused = 0;
  for (const hostile of HOSTILE) {
    for (const input of hostileInputs(hostile)) {
      for (const id of ['github-actions', 'gitlab-ci', 'shell']) {
        const provider = id === 'gitlab-ci' ? 'gitlab' : 'github';
        const texts = textsOf(id, input(provider));
        refused += texts === undefined ? 1 : 0;
        for (const [index, text] of (texts ?? []).entries()) {
          inert += 1;
          await hasOnly(id, text, hostile, harmlessTexts(id)[index]);
        }
      }
    }
  }
  if (inert === 0 || refused === 0) {
    throw new Error(`${inert} inert and ${refused} refused prove nothing`);
  }
  say(`    ${inert} texts inert, ${refused} refused`);
}

function harmlessTexts(id: string): string[] {
  const provider = id === 'gitlab-ci' ? 'gitlab' : 'github';
  const input = chartInput(REGISTRIES[5][0], 'harbor', provider);
  return generateCi(id, input, {}).files.map(({ text }) => text);
}

type MakeInput = (provider: 'github' | 'gitlab') => CiInput;

function hostileInputs(hostile: string): MakeInput[] {
  const base: MakeInput = provider =>
    chartInput(REGISTRIES[5][0], 'harbor', provider);
  const chart =
    (changes: Partial<CiInput['chart']>): MakeInput =>
    provider => {
      const input = base(provider);
      return { ...input, chart: { ...input.chart, ...changes } };
    };
  return [
    chart({ name: hostile, repository: `acme/${hostile}` }),
    chart({ registry: hostile }),
    chart({ expectedSource: `github.com/acme/${hostile}` }),
    ...['subject', 'subjectPattern', 'issuer'].map(
      (member): MakeInput =>
        provider =>
          withSigner(base(provider), member, hostile),
    ),
    provider => ({
      ...base(provider),
      gate: {
        apiUrl: `https://backstage.acme.example/${hostile}`,
        environments: [{ name: hostile, enforced: true }],
      },
    }),
    provider => ({
      ...base(provider),
      legacy: {
        repositoryUrl: `https://charts.acme.example/${hostile}`,
        name: hostile,
        server: 'chartmuseum',
      },
    }),
  ];
}

/** The policy still takes a release workflow of the repository, so that the text is made. */
function withSigner(input: CiInput, member: string, hostile: string): CiInput {
  return {
    ...input,
    policies: input.policies.map(policy => ({
      ...policy,
      anyOf: policy.anyOf.map(one =>
        one.kind === 'keyless'
          ? {
              ...one,
              ...(member === 'issuer' ? { issuer: `https://${hostile}` } : {}),
              ...(member === 'subject'
                ? { subject: hostile, subjectPattern: undefined }
                : {}),
              ...(member === 'subjectPattern'
                ? { subjectPattern: `${one.subjectPattern}|${hostile}` }
                : {}),
            }
          : one,
      ),
    })),
  };
}

/** @returns nothing when it is refused */
function textsOf(id: string, input: CiInput): string[] | undefined {
  try {
    return generateCi(id, input, {}).files.map(({ text }) => text);
  } catch {
    return undefined;
  }
}

async function hasOnly(
  id: string,
  text: string,
  hostile: string,
  harmless: string,
): Promise<void> {
  const values =
    id === 'shell' ? await exported(text) : yamlVariables(text, harmless, id);
  const kept = Object.values(values).some(value => value.includes(hostile));
  if (text !== harmless && !kept) {
    throw new Error(
      `${JSON.stringify(hostile)} became something else:\n${text}`,
    );
  }
  if (existsSync('pwned')) {
    throw new Error(`${JSON.stringify(hostile)} was run`);
  }
}

/** Scripts hold nothing of the input: what is expected of the rest is what the harmless chart gives. */
function yamlVariables(
  text: string,
  harmless: string,
  id: string,
): Record<string, string> {
  const read = parse(text);
  const expected = parse(harmless);
  const keys = (value: object) =>
    JSON.stringify(Object.keys(value).filter(key => !key.startsWith('legacy')));
  if (keys(read) !== keys(expected)) {
    throw new Error(`other members than expected: ${keys(read)}`);
  }
  return read[id === 'gitlab-ci' ? 'variables' : 'env'];
}

/** What a real shell takes the variables for; the script itself is not run. */
async function exported(text: string): Promise<Record<string, string>> {
  const lines = text.split('\n').filter(line => line.startsWith('export '));
  const { stdout } = await run('sh', ['-c', `${lines.join('\n')}\nenv -0`], {
    env: { PATH: process.env.PATH },
  });
  return Object.fromEntries(
    stdout
      .split('\0')
      .filter(line => line.includes('='))
      .map(line => [
        line.slice(0, line.indexOf('=')),
        line.slice(line.indexOf('=') + 1),
      ]),
  );
}
