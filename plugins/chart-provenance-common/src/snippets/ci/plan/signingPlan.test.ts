import type { SignerRequirement } from '../../../policy/types';
import {
  ciInput,
  GITHUB_ISSUER,
  GITLAB_RELEASE,
  keyless,
  RELEASE,
  withChart,
} from '../testing/ciInput';
import { signingPlan } from './signingPlan';
import { Provider } from './types';

const at = (subject: string) => keyless({ subject });
const WORKFLOW = 'https://github.com/acme/payments/.github/workflows/ship.yaml';
const OPEN = keyless({
  subjectPattern:
    'https://github\\.com/acme/[a-z0-9-]+/\\.github/workflows/release\\.yml@refs/tags/v.+',
});

describe('the pipeline that policies let sign', () => {
  it.each<
    [string, Provider, SignerRequirement[], string | null, string, unknown]
  >([
    [
      'the pattern of one workflow',
      'github',
      [RELEASE],
      null,
      'github.com/acme/payments:.github/workflows/release.yml',
      { kind: 'tag', prefix: 'v' },
    ],
    [
      'an organisation’s pattern, filled up from the source',
      'github',
      [OPEN],
      'github.com/acme/payments',
      'github.com/acme/payments:.github/workflows/release.yml',
      { kind: 'tag', prefix: 'v' },
    ],
    [
      'one tag',
      'github',
      [at(`${WORKFLOW}@refs/tags/payments-1.2.3`)],
      null,
      'github.com/acme/payments:.github/workflows/ship.yaml',
      { kind: 'tag', prefix: 'payments-', only: 'payments-1.2.3' },
    ],
    [
      'a branch',
      'github',
      [at(`${WORKFLOW}@refs/heads/release/next`)],
      null,
      'github.com/acme/payments:.github/workflows/ship.yaml',
      { kind: 'branch', branch: 'release/next' },
    ],
    [
      'the second of two who may sign',
      'github',
      [GITLAB_RELEASE, RELEASE],
      null,
      'github.com/acme/payments:.github/workflows/release.yml',
      { kind: 'tag', prefix: 'v' },
    ],
    [
      'tags named after the chart',
      'github',
      [
        keyless({
          subjectPattern:
            '^https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/payments-[0-9.]+$',
        }),
      ],
      null,
      'github.com/acme/payments:.github/workflows/release.yml',
      { kind: 'tag', prefix: 'payments-' },
    ],
    [
      'a pipeline in a folder of GitLab',
      'gitlab',
      [
        keyless({
          issuer: 'https://git.acme.example',
          root: 'file',
          subjectPattern:
            'https://git\\.acme\\.example/g/sub/payments//ci/release\\.yml@refs/tags/v.*',
        }),
      ],
      null,
      'git.acme.example/g/sub/payments:ci/release.yml',
      { kind: 'tag', prefix: 'v' },
    ],
  ])('%s', (_, provider, anyOf, expectedSource, place, ref) => {
    const plan = signingPlan(provider, withChart({ expectedSource }, anyOf));
    if (typeof plan === 'string') {
      throw new Error(plan);
    }
    const { identity, demands, proposed } = plan;
    expect(`${identity?.host}/${identity?.repository}:${identity?.file}`).toBe(
      place,
    );
    expect(identity?.ref).toEqual(ref);
    expect(demands).toHaveLength(1);
    expect(proposed).toBe(false);
  });

  it.each<[string, Provider, SignerRequirement[], string | null, RegExp]>([
    ['GitLab for a workflow of GitHub', 'gitlab', [RELEASE], null, /not met/],
    ['GitHub for a pipeline', 'github', [GITLAB_RELEASE], null, /not met/],
    ['which repository is left open', 'github', [OPEN], null, /not met/],
    [
      'a reusable workflow of another repository',
      'github',
      [
        at(
          'https://github.com/acme/ci/.github/workflows/publish.yml@refs/heads/main',
        ),
      ],
      'github.com/acme/payments',
      /another repository/,
    ],
    [
      'a person',
      'github',
      [
        keyless({
          issuer: 'https://accounts.google.com',
          subject: 'a@acme.example',
        }),
      ],
      null,
      /not met/,
    ],
    [
      'another issuer that names a workflow',
      'github',
      [
        {
          ...RELEASE,
          issuer: `${GITHUB_ISSUER}.evil.example`,
        } as SignerRequirement,
      ],
      null,
      /not met/,
    ],
    [
      'a pattern that no version of ours matches',
      'github',
      [keyless({ subjectPattern: `${WORKFLOW}@refs/tags/v1\\.2\\.3` })],
      null,
      /not met/,
    ],
    [
      'GitHub’s own instance',
      'github',
      [keyless({ root: 'github', subject: `${WORKFLOW}@refs/heads/main` })],
      null,
      /GitHub's own Sigstore instance/,
    ],
    [
      'a keyring',
      'shell',
      [{ kind: 'keyring', keyring: 'k' }],
      null,
      /OpenPGP/,
    ],
    ['a store', 'shell', [{ kind: 'store', store: 's' }], null, /Notation/],
    [
      'an Ed25519 key',
      'shell',
      [{ kind: 'key', key: 'ed' }],
      null,
      /other than Ed25519/,
    ],
    [
      'a trigger that no workflow here has',
      'github',
      [{ ...RELEASE, trigger: 'pull_request_target' } as SignerRequirement],
      null,
      /not met/,
    ],
  ])('is refused: %s', (_, provider, anyOf, expectedSource, why) => {
    const input = withChart({ expectedSource }, anyOf);
    const keys = [
      {
        id: 'ed',
        pem: '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n',
      },
    ];
    expect(signingPlan(provider, { ...input, keys })).toMatch(why);
  });

  it('asks for what every policy asks for', () => {
    const [policy] = ciInput().policies;
    const exact = at(
      'https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/v1.2.3',
    );
    const both = ciInput([RELEASE], {
      policies: [policy, { ...policy, name: 'more', anyOf: [exact] }],
    });
    const plan = signingPlan('github', both);
    expect(plan).toMatchObject({
      identity: { ref: { only: 'v1.2.3' } },
      demands: [
        { pattern: expect.any(String) },
        { subject: expect.any(String) },
      ],
    });
    const never = ciInput([RELEASE], {
      policies: [policy, { ...policy, anyOf: [GITLAB_RELEASE] }],
    });
    expect(signingPlan('github', never)).toMatch(/not met/);
  });

  it('proposes one where nobody has said who may sign', () => {
    const input = withChart({ expectedSource: 'github.com/acme/payments' });
    const plan = signingPlan('github', { ...input, policies: [] });
    expect(plan).toMatchObject({
      proposed: true,
      identity: { file: '.github/workflows/release.yml' },
      demands: [
        {
          pattern:
            'https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v[0-9].*',
        },
      ],
    });
    expect(signingPlan('gitlab', { ...input, policies: [] })).toMatch(
      /Nobody has said/,
    );
    expect(signingPlan('github', { ...ciInput(), policies: [] })).toMatch(
      /nor where its source is/,
    );
  });
});
