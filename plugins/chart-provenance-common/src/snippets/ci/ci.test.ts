import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeSnippet, listSnippets } from '../makeSnippet';
import type { SignerRequirement } from '../../policy/types';
import type { SnippetInput } from '../types';
import { ciInput, GITLAB_RELEASE, keyless, RELEASE } from './testing/ciInput';

const LEGACY: NonNullable<SnippetInput['legacy']> = {
  repositoryUrl: 'https://charts.acme.example/stable/',
  name: 'payments',
  server: 'github-pages',
};

/** Kept for reviewers. */
const fixture = (name: string) =>
  readFileSync(join(__dirname, '__fixtures__', name), 'utf8');

describe('pipelines', () => {
  it.each<[string, string, SnippetInput, Record<string, string>]>([
    ['github.yml', 'github-actions', ciInput(), {}],
    ['gitlab.yml', 'gitlab-ci', ciInput([GITLAB_RELEASE]), {}],
    ['publish.sh', 'shell', ciInput(), {}],
    [
      'github-dual.yml',
      'github-actions',
      ciInput([RELEASE], { legacy: LEGACY }),
      { provenance: 'cosign', promote: 'pull-request' },
    ],
  ])('%s', (name, id, input, chosen) => {
    expect(makeSnippet(id, input, chosen).files[0].text).toBe(fixture(name));
  });

  it('gives a job no more than it needs, and the clean ones nothing to sign or write with', () => {
    const { files } = makeSnippet('github-actions', ciInput());
    const { permissions, jobs } = parse(files[0].text);
    expect(permissions).toEqual({});
    expect(
      Object.entries<{ permissions: object }>(jobs).map(([name, job]) => [
        name,
        job.permissions,
      ]),
    ).toEqual([
      [
        'publish',
        {
          contents: 'read',
          packages: 'write',
          'id-token': 'write',
          attestations: 'write',
        },
      ],
      ['verify', { packages: 'read' }],
      ['gate', {}],
      ['promote', { packages: 'write' }],
    ]);
  });

  it.each(['', '-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n'])(
    'names actions by commit, and has no expression in a script: %j',
    pem => {
      const input = pem
        ? ciInput([{ kind: 'key', key: 'k' }], { keys: [{ id: 'k', pem }] })
        : ciInput();
      const { jobs } = parse(
        makeSnippet('github-actions', input).files[0].text,
      );
      const steps = Object.values<{ steps: { uses?: string; run?: string }[] }>(
        jobs,
      ).flatMap(job => job.steps);
      for (const { uses, run } of steps) {
        expect(uses ?? '@0123456789012345678901234567890123456789').toMatch(
          /@[0-9a-f]{40}$/,
        );
        expect(run ?? '').not.toContain('${{');
      }
    },
  );

  it('puts the text where the policy names it, and says so', () => {
    const subject =
      'https://github.com/acme/payments/.github/workflows/ship.yaml@refs/heads/main';
    const snippet = makeSnippet(
      'github-actions',
      ciInput([keyless({ subject })]),
    );
    expect(snippet.files[0].path).toBe('.github/workflows/ship.yaml');
    expect(parse(snippet.files[0].text).on).toEqual({
      push: { branches: ['main'] },
    });
    expect(snippet.notes.join(' ')).toContain(
      'It must be .github/workflows/ship.yaml in acme/payments',
    );
  });

  it('offers what there is, the enforced environment first', () => {
    const { options } = makeSnippet(
      'github-actions',
      ciInput([RELEASE], { legacy: LEGACY }),
    );
    expect(
      options.map(({ name, value, values }) => [
        name,
        value,
        values.map(one => one.value),
      ]),
    ).toEqual([
      ['helm', '4', ['4', '3']],
      ['cosign', '3', ['3', '2']],
      ['provenance', 'attest-action', ['attest-action', 'cosign']],
      ['environment', 'prod', ['prod', 'staging', 'default', 'none']],
      ['promote', 'tag', ['tag', 'pull-request', 'none']],
      ['legacy', 'publish', ['publish', 'leave']],
    ]);
  });

  it.each([
    ['github-actions', ['leave', 'chartmuseum', 'github-pages', 's3', 'gcs']],
    ['gitlab-ci', ['leave', 'chartmuseum', 's3']],
    ['shell', ['leave', 'chartmuseum', 's3', 'gcs']],
  ])(
    '%s asks what serves a legacy repository where its address does not tell, and leaves it alone until then',
    (id, values) => {
      const input = ciInput(id === 'gitlab-ci' ? [GITLAB_RELEASE] : [RELEASE], {
        legacy: { ...LEGACY, server: 'unknown' },
      });
      const untold = makeSnippet(id, input);
      const option = untold.options.find(({ name }) => name === 'legacy');
      expect(option?.value).toBe('leave');
      expect(option?.values.map(({ value }) => value)).toEqual(values);
      expect(untold.files.map(({ text }) => text).join()).not.toContain(
        'LEGACY_',
      );
      expect(untold.notes.join(' ')).toContain('does not tell what serves');
      for (const server of ['chartmuseum', 's3'] as const) {
        const told = makeSnippet(id, input, { legacy: server });
        const known = makeSnippet(
          id,
          { ...input, legacy: { ...LEGACY, server } },
          { legacy: 'publish' },
        );
        expect(told.files).toEqual(known.files);
        expect(told.notes).toEqual(known.notes);
      }
      expect(() => makeSnippet(id, input, { legacy: 'publish' })).toThrow(
        expect.objectContaining({ code: 'unknown-option' }),
      );
    },
  );

  it('has the trusted root of a Sigstore of one’s own in the text, and no cosign 2', () => {
    const own = ciInput([{ ...RELEASE, root: 'file' } as SignerRequirement]);
    const { files, options, notes } = makeSnippet('github-actions', own);
    const { env } = parse(files[0].text);
    expect(atob(env.TRUSTED_ROOT)).toBe('{"mediaType":"root"}');
    expect(options.find(({ name }) => name === 'cosign')?.values).toHaveLength(
      1,
    );
    expect(notes.join(' ')).toContain('.sigstore/signing_config.json');
  });

  it('says that the clean job is as clean as the runners that the policy asks for', () => {
    const own = {
      ...RELEASE,
      runnerEnvironment: 'self-hosted',
    } as SignerRequirement;
    const cannot = (signer: SignerRequirement) =>
      makeSnippet('github-actions', ciInput([signer])).cannot.join(' ');
    expect(cannot(own)).toContain('runners of your own');
    expect(cannot(RELEASE)).not.toContain('runners of your own');
  });

  it('says what it does not do that the policy asks for', () => {
    const input = ciInput();
    const [policy] = input.policies;
    const asking = (type: string) =>
      makeSnippet('shell', {
        ...input,
        policies: [{ ...policy, requireAttestations: [{ type }] }],
      }).cannot.join(' ');
    expect(asking('https://spdx.dev/Document')).toContain(
      'https://spdx.dev/Document',
    );
    expect(asking('https://slsa.dev/provenance/v1')).not.toContain('slsa.dev');
    expect(asking('https://cyclonedx.org/bom')).not.toContain('cyclonedx.org');
  });

  it('is offered with the reason where it cannot be', () => {
    const heads = listSnippets(ciInput([GITLAB_RELEASE]));
    const of = (id: string) => heads.find(one => one.id === id)?.unavailable;
    expect(of('github-actions')).toMatch(/not met/);
    expect(of('gitlab-ci')).toBeNull();
    expect(of('shell')).toBeNull();
    expect(() =>
      makeSnippet('github-actions', ciInput([GITLAB_RELEASE])),
    ).toThrow(expect.objectContaining({ code: 'not-available' }));
  });
});
