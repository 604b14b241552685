import { generateKeyPairSync } from 'node:crypto';
import { EvidenceRow } from 'backstage-plugin-chart-provenance-common';
import { commandsFor } from './commandsFor';
import { ed25519KeysOf } from './ed25519KeysOf';

const DIGEST = `sha256:${'a'.repeat(64)}`;

const chart: Parameters<typeof commandsFor>[0] = {
  chartId: 'c',
  registry: 'ghcr.io',
  repository: 'acme/charts/payments',
  owner: null,
  knownBy: 'rule',
  expectedSource: null,
  policies: ['any'],
  requestedPolicies: [],
  conflict: [],
};

function written(
  evidence: Partial<EvidenceRow>[],
  ed25519Keys: readonly string[] = [],
  anyOf = policyOf().anyOf,
) {
  return commandsFor(
    chart,
    {
      row: { digest: DIGEST, version: '1.0.0' },
      verdict: {
        status: 'unsigned',
        reasons: [],
        requirements: [],
        policies: [],
        decidedAt: '',
      },
      evidence: evidence.map(one => ({
        digest: DIGEST,
        subject: DIGEST,
        kind: 'signature',
        format: 'cosign-legacy',
        mediaType: '',
        present: true,
        downloadable: true,
        firstSeenAt: '',
        verifications: [
          { evidence: DIGEST, trust: 'key:release', outcome: 'proven' },
        ],
        ...one,
      })),
    },
    {
      config: {
        registries: [],
        trust: { roots: [], keys: [], keyrings: [], stores: [], distrust: [] },
        policies: [{ ...policyOf(), anyOf }],
      },
      ed25519Keys,
    },
  );
}

function policyOf(): Parameters<
  typeof commandsFor
>[2]['config']['policies'][number] {
  return {
    name: 'any',
    selectable: false,
    anyOf: [
      { kind: 'key', key: 'release' },
      { kind: 'keyring', keyring: 'edge' },
    ],
    requireAttestations: [],
    maxStalenessMs: 1,
  };
}

const titles = (evidence: Partial<EvidenceRow>[]) =>
  written(evidence).commands.map(({ title }) => title);

describe('commandsFor', () => {
  it('has Helm verify only where a provenance file is', () => {
    expect(titles([{}])).not.toContain('Verify the provenance file');
    const gone = { kind: 'provenance-file', present: false } as const;
    expect(titles([gone])).not.toContain('Verify the provenance file');
    expect(titles([{ ...gone, present: true }])).toContain(
      'Verify the provenance file',
    );
  });

  it('has cosign look into referrers only where all proven signatures are there', () => {
    const referrer = {
      artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json',
    };
    const command = (evidence: Partial<EvidenceRow>[]) =>
      written(evidence).commands[0].command;
    expect(command([referrer])).toContain(' --experimental-oci11 ');
    expect(command([{}])).not.toContain('--experimental-oci11');
    expect(command([referrer, {}])).not.toContain('--experimental-oci11');
    expect(
      command([{ ...referrer, format: 'sigstore-bundle-v0.3' }]),
    ).not.toContain('--experimental-oci11');
  });

  it('has cosign verify an Ed25519 key where all it signed is plain', () => {
    const by = (...prehashed: (boolean | undefined)[]) =>
      written(
        prehashed.map(one => ({
          verifications: [
            {
              evidence: DIGEST,
              trust: 'key:release',
              outcome: 'proven',
              ...(one !== undefined && { prehashed: one }),
            },
          ],
        })),
        ['release'],
      ).commands.map(({ command }) => command.split(' ')[0]);
    expect(by(false, false)).toContain('cosign');
    expect(by(false, true)).not.toContain('cosign');
    expect(by(false, undefined)).not.toContain('cosign');
    expect(by()).not.toContain('cosign');
  });

  it('has Notation verify only where a Notation signature is, and tells of older bundles', () => {
    const { commands } = written(
      [{ format: 'notation' }],
      [],
      [{ kind: 'store', store: 'acme' }],
    );
    expect(commands.map(({ title }) => title)).toContain(
      'Verify the Notation signature',
    );
    const other = written([{}], [], [{ kind: 'store', store: 'acme' }]);
    expect(JSON.stringify(other)).not.toMatch(/notation/i);
    expect(
      written([{ format: 'sigstore-bundle-v0.1' }]).commandNotes.join(),
    ).toMatch(/version 0\.1 or 0\.2/);
  });

  it('says of an Ed25519 key why cosign is not asked', () => {
    const pem = (type: 'ed25519' | 'x25519') =>
      (type === 'ed25519'
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('x25519')
      ).publicKey
        .export({ type: 'spki', format: 'pem' })
        .toString();
    const keys = ed25519KeysOf([
      { id: 'release', pem: pem('ed25519') },
      { id: 'other', pem: pem('x25519') },
      { id: 'broken', pem: 'x' },
    ]);
    expect(keys).toEqual(['release']);
    const { commands, commandNotes } = written([{}], keys);
    expect(JSON.stringify(commands)).not.toContain('cosign');
    expect(commandNotes.join()).toMatch(/no command for release.*Ed25519ph/);
  });
});
