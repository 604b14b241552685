import { parse, parseAllDocuments } from 'yaml';
import { SnippetError } from '../SnippetError';
import type { SnippetInput } from '../types';
import {
  BY_IDENTITY,
  enforceInput,
  ISSUER,
  PEM,
  policyOf,
} from './testing/enforceInput';
import { generate, unavailable } from './testing/generate';

const KEY = { kind: 'key', key: 'release' } as const;
const RING = { kind: 'keyring', keyring: 'people' } as const;
const SLSA = { type: 'https://slsa.dev/provenance' };

const file = (text: ReturnType<typeof generate>, name: string) =>
  text.files.find(({ path }) => path.endsWith(`/${name}`))?.text ?? '';

describe('what a tool does not ask for is told', () => {
  it.each<[string, string, Partial<SnippetInput>, RegExp]>([
    ...[
      'sourceRepositoryId',
      'sourceOwnerId',
      'trigger',
      'runnerEnvironment',
    ].flatMap((member): [string, string, Partial<SnippetInput>, RegExp][] =>
      ['kyverno', 'kyverno-clusterpolicy'].map(id => [
        member,
        id,
        { policies: [policyOf([{ ...BY_IDENTITY, [member]: '1' }])] },
        /Weaker than the policy acme-release/,
      ]),
    ),
    [
      'a keyring',
      'kyverno',
      { policies: [policyOf([BY_IDENTITY, RING])] },
      /Stricter .* keyring people/,
    ],
    [
      'a root without material',
      'kyverno',
      {
        policies: [policyOf([BY_IDENTITY, { ...BY_IDENTITY, root: 'gone' }])],
      },
      /Stricter .* root gone/,
    ],
    [
      'an Ed25519 key',
      'kyverno',
      {
        policies: [policyOf([BY_IDENTITY, KEY])],
        keys: [{ id: 'release', pem: PEM.replace('MFkwEwYH', 'MCowBQYDK2Vw') }],
      },
      /Stricter .* key release/,
    ],
    [
      'attestations',
      'kyverno-clusterpolicy',
      {
        policies: [policyOf([BY_IDENTITY], { requireAttestations: [SLSA] })],
      },
      /attestations it requires/,
    ],
    [
      'builders',
      'kyverno',
      {
        policies: [
          policyOf([BY_IDENTITY], {
            requireAttestations: [{ ...SLSA, builders: ['x'] }],
          }),
        ],
      },
      /which builder/,
    ],
    [
      'an attestation by people who cannot be asked for',
      'kyverno',
      {
        policies: [
          policyOf([BY_IDENTITY], {
            requireAttestations: [{ ...SLSA, anyOf: [RING] }],
          }),
        ],
      },
      /attestations it requires/,
    ],
    [
      'a second policy',
      'kyverno-clusterpolicy',
      {
        policies: [policyOf([BY_IDENTITY]), policyOf([KEY], { name: 'audit' })],
      },
      /policy audit, which must be met too, is not checked/,
    ],
    [
      'the source of a key’s holder',
      'kyverno',
      { policies: [policyOf([KEY])] },
      /source repository in the certificate/,
    ],
    [
      'a former place that cannot be written',
      'kyverno',
      {
        legacy: {
          ...{ repositoryUrl: 'https://[::1]/', name: 'payments' },
          server: 'unknown',
        },
      },
      /former repository is not refused/,
    ],
    [
      'a threshold of two',
      'kyverno',
      {
        roots: enforceInput().roots.map(root => ({
          ...root,
          thresholds: { tlog: 2, ctlog: 1, timestamp: 1 },
        })),
      },
      /more than one proof/,
    ],
  ])('%s, by %s', (_, id, changes, words) => {
    const { cannot } = generate(id, enforceInput(changes));
    expect(cannot.join('\n')).toMatch(words);
  });

  it('and nothing is told that is asked for', () => {
    const { cannot } = generate('kyverno', enforceInput());
    expect(cannot.join('\n')).not.toMatch(/Weaker|Stricter/);
  });
});

describe('no policy is made that would be empty', () => {
  it.each<[string, Partial<SnippetInput>]>([
    ['kyverno', { policies: [] }],
    ['kyverno', { policies: [policyOf([RING])] }],
    ['kyverno-clusterpolicy', { policies: [] }],
    ['flux-verify', { policies: [policyOf([RING])] }],
    ['policy-controller', {}],
  ])('%s', (id, changes) => {
    expect(unavailable(id, enforceInput(changes))).toMatch(/\.$/);
  });

  it('nor one that leaves out a policy that must be met too', () => {
    const policies = [policyOf([BY_IDENTITY]), policyOf([RING], { name: 'b' })];
    expect(() => generate('kyverno', enforceInput({ policies }))).toThrow(
      SnippetError,
    );
  });
});

describe('kyverno', () => {
  it('audits first, and fails closed once it denies', () => {
    const spec = (mode?: string) =>
      parse(
        file(
          generate('kyverno', enforceInput(), mode ? { mode } : {}),
          'flux.yaml',
        ),
      ).spec;
    expect(spec()).toMatchObject({
      ...{ validationActions: ['Audit'], failurePolicy: 'Ignore' },
    });
    expect(spec('deny')).toMatchObject({
      ...{ validationActions: ['Deny'], failurePolicy: 'Fail' },
    });
  });

  it('asks for every policy, and every attestation by its own signers', () => {
    const policies = [
      policyOf([BY_IDENTITY], {
        requireAttestations: [SLSA, { type: 'x/a.b', anyOf: [KEY] }],
      }),
      policyOf([KEY], {
        name: 'audit',
        requireAttestations: [{ type: 'x/a_b' }],
      }),
    ];
    const { spec } = parse(
      file(generate('kyverno', enforceInput({ policies })), 'signature.yaml'),
    );
    expect(
      spec.attestors.map(
        (one: { name: string; cosign: object }) =>
          `${one.name} ${Object.keys(one.cosign)[0]}`,
      ),
    ).toEqual([
      ...['p1s1 keyless', 'p1a1s1 keyless', 'p1a2s1 key'],
      ...['p2s1 key', 'p2a1s1 key'],
    ]);
    expect(spec.attestations.map((one: { name: string }) => one.name)).toEqual([
      ...['signature', 'type2', 'type3', 'type4', 'type5'],
    ]);
    expect(spec.validations).toHaveLength(6);
  });

  it('anchors identities, and compares the issuer literally', () => {
    const pattern = 'https://github\\.com/acme/x@refs/tags/v.*|https://y';
    const policies = [
      policyOf([
        {
          kind: 'keyless',
          root: 'public',
          issuer: ISSUER,
          subjectPattern: pattern,
        },
      ]),
    ];
    const { spec } = parse(
      file(generate('kyverno', enforceInput({ policies })), 'signature.yaml'),
    );
    const [{ issuer, subjectRegExp }] =
      spec.attestors[0].cosign.keyless.identities;
    expect(issuer).toBe(ISSUER);
    expect(subjectRegExp).toBe(`^(?:${pattern})$`);
  });

  it('carries another root, and what it does without', () => {
    const input = enforceInput({
      policies: [policyOf([{ ...BY_IDENTITY, root: 'acme' }])],
    });
    const [acme] = input.roots.filter(({ id }) => id === 'acme');
    const github: SnippetInput = {
      ...input,
      roots: [{ ...acme, thresholds: { tlog: 0, ctlog: 0, timestamp: 1 } }],
    };
    const cosign = (of: SnippetInput) =>
      parse(file(generate('kyverno', of), 'signature.yaml')).spec.attestors[0]
        .cosign;
    expect(cosign(input).trustedRoot).toEqual({ value: '{"a":1}' });
    expect(cosign(input).ctlog).toBeUndefined();
    expect(cosign(github).ctlog).toEqual({
      ...{ insecureIgnoreTlog: true, insecureIgnoreSCT: true },
    });
  });
});

describe('policy-controller', () => {
  const image = (name: string, policy: string | null) => ({
    ...{ written: name, name, tag: '1', digest: null, pinned: false },
    ...{ usedBy: [], status: 'verified' as const, reason: '', policy },
    checkedAt: null,
  });

  it('has a policy for each that images name, and names those without', () => {
    const text = generate(
      'policy-controller',
      enforceInput({
        images: [
          image('ghcr.io/acme/app', 'acme-release'),
          image('docker.io/library/redis', 'upstream'),
          image('ghcr.io/acme/job', null),
          image('ghcr.io/acme/odd', 'elsewhere'),
        ],
        imagePolicies: [policyOf([BY_IDENTITY], { name: 'upstream' })],
      }),
    );
    const documents = parseAllDocuments(file(text, 'images.yaml')).map(one =>
      one.toJS(),
    );
    expect(
      documents.map(({ spec }) => [spec.mode, spec.images[0].glob]),
    ).toEqual([
      ['warn', 'ghcr.io/acme/app@sha256:*'],
      ['warn', 'index.docker.io/library/redis@sha256:*'],
    ]);
    const told = text.cannot.filter(words => words.startsWith('Not covered'));
    expect(told).toHaveLength(2);
    expect(told.join()).toMatch(/acme\/job.*acme\/odd.*elsewhere/);
  });

  it('has pods to try it with, by digests that are verified and by one that is none', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const images = [
      { ...image('ghcr.io/acme/app', 'acme-release'), digest },
      image('ghcr.io/acme/job', 'acme-release'),
    ];
    const text = generate('policy-controller', enforceInput({ images }));
    const pods = (name: string) =>
      parseAllDocuments(file(text, name)).map(
        one => one.toJS().spec.containers[0].image,
      );
    expect(pods('pass-pods.yaml')).toEqual([`ghcr.io/acme/app@${digest}`]);
    expect(pods('fail-pods.yaml')).toHaveLength(2);
  });

  it('takes no bundles with a key, and says so instead of asking for both', () => {
    const input = enforceInput({
      policies: [policyOf([KEY])],
      images: [image('ghcr.io/acme/app', 'acme-release')],
    });
    expect(() => generate('policy-controller', input)).toThrow(/bundle/);
    const { spec } = parse(
      file(
        generate('policy-controller', input, { format: 'legacy' }),
        'images.yaml',
      ),
    );
    expect(spec.authorities[0].key.data).toBe(PEM.trim());
  });
});
