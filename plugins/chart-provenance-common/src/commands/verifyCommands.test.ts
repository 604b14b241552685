import { SignerRequirement } from '../policy/types';
import { shellQuote } from './shellQuote';
import { verifyCommands } from './verifyCommands';
import { VerifyCommandsInput } from './VerifyCommandsInput';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const REFERENCE = `ghcr.io/acme/charts/payments@${DIGEST}`;
const keyless: SignerRequirement = {
  kind: 'keyless',
  root: 'public',
  issuer: 'https://token.actions.githubusercontent.com',
  subject:
    'https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/v1',
};

const INPUT: VerifyCommandsInput = {
  registry: 'ghcr.io',
  repository: 'acme/charts/payments',
  digest: DIGEST,
  anyOf: [keyless],
};

function commands(overrides: Partial<VerifyCommandsInput> = {}): string[] {
  return verifyCommands({ ...INPUT, ...overrides }).map(
    ({ command }) => command,
  );
}

describe('verifyCommands', () => {
  it('pins identity, issuer, source and digest', () => {
    expect(
      commands({
        expectedSource: 'github.com/acme/payments',
        requireAttestations: [{ type: 'https://spdx.dev/Document' }],
      }),
    ).toEqual([
      `cosign verify --certificate-identity=https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/v1 --certificate-oidc-issuer=https://token.actions.githubusercontent.com --certificate-github-workflow-repository=acme/payments ${REFERENCE}`,
      `cosign verify-attestation --type=https://spdx.dev/Document --certificate-identity=https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/v1 --certificate-oidc-issuer=https://token.actions.githubusercontent.com --certificate-github-workflow-repository=acme/payments ${REFERENCE}`,
      `oras discover ${REFERENCE}`,
      `helm pull oci://${REFERENCE}`,
    ]);
  });

  it('anchors a pattern, names the root file, and a wildcard source not at all', () => {
    const anyOf: SignerRequirement[] = [
      { kind: 'keyless', root: 'acme', issuer: 'i', subjectPattern: 'a|b' },
    ];
    expect(
      commands({
        anyOf,
        rootPaths: { acme: 'acme root.json' },
        expectedSource: 'github.com/acme/*',
      })[0],
    ).toBe(
      `cosign verify '--certificate-identity-regexp=^(?:a|b)$' --certificate-oidc-issuer=i '--trusted-root=acme root.json' ${REFERENCE}`,
    );
  });

  it('has Helm verify a provenance file by version, which is all it can', () => {
    const anyOf: SignerRequirement[] = [{ kind: 'keyring', keyring: 'edge' }];
    expect(commands({ anyOf, version: '1.5.0+b1' })[0]).toBe(
      'helm pull --verify --keyring=edge.gpg --version=1.5.0+b1 oci://ghcr.io/acme/charts/payments',
    );
    expect(
      commands({
        anyOf,
        version: '1.5.0; rm -rf ~',
        keyringPaths: { edge: '/my ring' },
        plainHttp: true,
      })[0],
    ).toBe(
      "helm pull --verify '--keyring=/my ring' '--version=1.5.0; rm -rf ~' --plain-http oci://ghcr.io/acme/charts/payments",
    );
    expect(commands({ anyOf })[0]).toMatch(/^oras discover/);
  });

  it('verifies by key, with and without a log, over plain HTTP', () => {
    const anyOf: SignerRequirement[] = [{ kind: 'key', key: 'release' }];
    expect(commands({ anyOf })[0]).toBe(
      `cosign verify --key=release.pub ${REFERENCE}`,
    );
    expect(commands({ anyOf, keyLogRootPath: 'acme.json' })[0]).toBe(
      `cosign verify --key=release.pub --trusted-root=acme.json ${REFERENCE}`,
    );
    expect(
      commands({
        anyOf,
        keysWithoutLog: ['release'],
        keyPaths: { release: '/k.pub' },
        plainHttp: true,
      }),
    ).toEqual([
      `cosign verify --key=/k.pub --insecure-ignore-tlog=true --allow-http-registry ${REFERENCE}`,
      `oras discover --plain-http ${REFERENCE}`,
      `helm pull --plain-http oci://${REFERENCE}`,
    ]);
  });

  it('writes no command that is known to fail', () => {
    const anyOf: SignerRequirement[] = [
      { kind: 'key', key: 'ed' },
      { kind: 'key', key: 'ec' },
      { kind: 'keyring', keyring: 'edge' },
    ];
    const written = commands({
      anyOf,
      version: '1.0.0',
      ed25519Keys: ['ed'],
      provenanceFile: false,
      requireAttestations: [{ type: 'https://spdx.dev/Document' }],
    });
    expect(written).toHaveLength(4);
    expect(written[0]).toBe(`cosign verify --key=ec.pub ${REFERENCE}`);
    expect(written.join('\n')).not.toMatch(/ed\.pub|helm pull --verify/);
  });

  it('asks the attester that the requirement names, once, and whose source only of provenance', () => {
    const anyOf: SignerRequirement[] = [
      { kind: 'key', key: 'ec' },
      { kind: 'key', key: 'other' },
    ];
    const generator: SignerRequirement = { ...keyless, subject: 'gen' };
    const written = verifyCommands({
      ...INPUT,
      anyOf,
      expectedSource: 'github.com/acme/payments',
      requireAttestations: [
        { type: 'https://slsa.dev/provenance/v1', anyOf: [generator] },
        { type: 'https://spdx.dev/Document', anyOf: [generator] },
        { type: 'https://spdx.dev/Document', anyOf: [generator, anyOf[0]] },
      ],
    });
    expect(written.slice(0, 5)).toEqual([
      {
        title: 'Verify the signature (1 of 2)',
        command: `cosign verify --key=ec.pub ${REFERENCE}`,
      },
      {
        title: 'Verify the signature (2 of 2)',
        command: `cosign verify --key=other.pub ${REFERENCE}`,
      },
      {
        title: 'Verify the attestation https://slsa.dev/provenance/v1',
        command: `cosign verify-attestation --type=https://slsa.dev/provenance/v1 --certificate-identity=gen --certificate-oidc-issuer=https://token.actions.githubusercontent.com --certificate-github-workflow-repository=acme/payments ${REFERENCE}`,
      },
      {
        title: 'Verify the attestation https://spdx.dev/Document (1 of 2)',
        command: `cosign verify-attestation --type=https://spdx.dev/Document --certificate-identity=gen --certificate-oidc-issuer=https://token.actions.githubusercontent.com ${REFERENCE}`,
      },
      {
        title: 'Verify the attestation https://spdx.dev/Document (2 of 2)',
        command: `cosign verify-attestation --type=https://spdx.dev/Document --key=ec.pub ${REFERENCE}`,
      },
    ]);
  });

  it('asks for the trigger where cosign can', () => {
    const anyOf: SignerRequirement[] = [{ ...keyless, trigger: 'push' }];
    expect(commands({ anyOf })[0]).toContain(
      ' --certificate-github-workflow-trigger=push ',
    );
    const gitlab = [{ ...anyOf[0], issuer: 'https://gitlab.com' }];
    expect(commands({ anyOf: gitlab })[0]).not.toContain('trigger');
  });

  it('has gh verify what was attested under GitHub’s own instance', () => {
    const anyOf: SignerRequirement[] = [
      { ...keyless, runnerEnvironment: 'github-hosted' },
    ];
    const type = 'https://slsa.dev/provenance/v1';
    const under = (expectedSource: string | null) =>
      commands({
        anyOf,
        githubRoots: ['public'],
        requireAttestations: [{ type }],
        expectedSource,
      }).filter(one => one.startsWith('gh '));
    expect(under('github.com/acme/payments')).toEqual([
      `gh attestation verify --bundle-from-oci --predicate-type=${type} --repo=acme/payments --cert-identity=https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/v1 --cert-oidc-issuer=https://token.actions.githubusercontent.com --deny-self-hosted-runners oci://${REFERENCE}`,
    ]);
    expect(under('github.com/acme/*')).toEqual([]);
  });

  it('has Notation verify under a store, where a Notation signature is', () => {
    const anyOf: SignerRequirement[] = [{ kind: 'store', store: 'acme-ca' }];
    expect(commands({ anyOf, plainHttp: true }).slice(0, 2)).toEqual([
      'notation certificate add --type=ca --store=acme-ca ./acme-ca.pem',
      `notation verify --insecure-registry ${REFERENCE}`,
    ]);
    expect(commands({ anyOf, notation: false })[0]).toMatch(/^oras discover/);
  });

  it('has cosign look into referrers where cosign 2 put signatures there', () => {
    expect(commands({ ociReferrers: true })[0]).toMatch(
      / --experimental-oci11 ghcr\.io/,
    );
  });

  it('tells the commands for several signers apart', () => {
    const anyOf: SignerRequirement[] = [keyless, { kind: 'key', key: 'ec' }];
    const titles = verifyCommands({ ...INPUT, anyOf }).map(
      ({ title }) => title,
    );
    expect(titles.slice(0, 3)).toEqual([
      'Verify the signature (1 of 2)',
      'Verify the signature (2 of 2)',
      'List what is attached',
    ]);
  });

  it.each([
    ['repository', { repository: '--help' }],
    ['repository with a command', { repository: 'a;id' }],
    ['registry', { registry: '$(id)' }],
    ['digest', { digest: 'sha256:abc' }],
  ])('writes nothing for a %s that is none', (_, overrides) => {
    expect(commands(overrides)).toEqual([]);
  });

  it('leaves out the command that holds what a terminal would obey', () => {
    const anyOf: SignerRequirement[] = [
      { ...keyless, subject: 'x\u001b[201~\nid' },
    ];
    expect(commands({ anyOf })).toEqual([
      `oras discover ${REFERENCE}`,
      `helm pull oci://${REFERENCE}`,
    ]);
  });
});

describe('shellQuote', () => {
  it.each([
    "'; id; '",
    '$(id)',
    '`id`',
    '"; id',
    '\\',
    "\\'",
    '!!',
    '~root',
    '#x',
    '',
    '* ? [a] {a,b}',
    "a'b'c",
    'ünïcödé',
    '&& id || id | id > x < y &',
  ])('keeps %j one word with its own text', text => {
    expect(words(shellQuote(text) ?? '')).toEqual([text]);
  });

  it.each([
    'a\nb',
    'a\rb',
    '\u001b[0m',
    '\u0000',
    '\u202egnp',
    '\u2028',
    '\u200b',
    '\ud800',
  ])('gives %j up', text => {
    expect(shellQuote(text)).toBeUndefined();
  });
});

/** How a POSIX shell takes words apart, as far as quotes go; anything special outside of quotes is an error. */
function words(line: string): string[] {
  const found: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at];
    if (quoted) {
      quoted = char !== "'";
      word = (word ?? '') + (quoted ? char : '');
    } else if (char === "'") {
      quoted = true;
      word = word ?? '';
    } else if (char === '\\') {
      at += 1;
      word = (word ?? '') + line[at];
    } else if (char === ' ') {
      found.push(...(word === undefined ? [] : [word]));
      word = undefined;
    } else if (/[A-Za-z0-9_./:@%+,=-]/.test(char)) {
      word = (word ?? '') + char;
    } else {
      throw new Error(`special character outside of quotes: ${char}`);
    }
  }
  expect(quoted).toBe(false);
  return word === undefined ? found : [...found, word];
}
