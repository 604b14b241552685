import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreement, digest } from '../testing/agreement.ts';
import { compare } from './compare.ts';

type Agreement = ReturnType<typeof agreement>;

const compared = (change: (it: Agreement) => void) => {
  const it = agreement();
  change(it);
  return compare(it.made, it.answers, it.view).map(({ what }) => what);
};

test('what is said alike is no finding', () => {
  assert.deepEqual(
    compared(() => undefined),
    [],
  );
});

const lies: [string, string, (it: Agreement) => void][] = [
  [
    'another digest under the tag',
    'digest under the tag (helm push)',
    ({ view }) => (view.version.row.digest = digest('0')),
  ],
  [
    'another name',
    'name (helm show chart)',
    ({ view }) => (view.version.row.name = 'other'),
  ],
  [
    'another version',
    'version (helm show chart)',
    ({ view }) => (view.version.row.version = '2.0.0'),
  ],
  [
    'another archive',
    'archive (helm pull)',
    ({ view }) => (view.version.row.chartLayerDigest = digest('0')),
  ],
  [
    'another archive than was packaged',
    'archive (helm package, helm pull)',
    ({ made }) => (made.archiveDigest = digest('0')),
  ],
  [
    'another verdict',
    'verdict',
    ({ view }) => (view.version.row.verdict.status = 'rejected'),
  ],
  [
    'another reason',
    'verdict',
    ({ view }) => (view.version.row.verdict.reason.code = 'bad-signature'),
  ],
  [
    'a tool that refuses what we accept',
    'the tool itself',
    ({ answers }) =>
      (answers.verify = {
        accepted: false,
        words: 'no',
        digests: [],
        signers: [],
      }),
  ],
  [
    'a tool that accepts where a difference was meant',
    'the tool itself',
    ({ made }) => (made.cell.differs = { tool: 'refuses', because: 'x' }),
  ],
  [
    'a required attestation that the tool did not accept',
    'the tool itself',
    ({ made, answers }) => {
      made.cell.require = ['https://slsa.dev/provenance/v1'];
      answers.attestations = {};
    },
  ],
  [
    'cosign verified another digest',
    'digest (cosign verify)',
    ({ answers }) => answers.verify?.digests.push(digest('0')),
  ],
  [
    'nobody signed',
    'signer',
    ({ view }) => (view.version.row.verdict.signer = null),
  ],
  [
    'a key where an identity signed',
    'signer',
    ({ view }) =>
      (view.version.row.verdict.signer = {
        kind: 'key',
        key: 'p256',
        fingerprint: '00',
      }),
  ],
  [
    'cosign names another signer',
    'signer (cosign verify)',
    ({ answers }) =>
      answers.verify?.signers.push({ issuer: 'https://x', subject: 'y' }),
  ],
  [
    'a referrer that we do not show',
    'referrers (oras discover)',
    ({ answers }) =>
      answers.discovered.push({ digest: digest('7'), artifactType: 'a/b' }),
  ],
  [
    'a referrer that only we show',
    'layers under signature tags (cosign tree)',
    ({ view, answers }) => {
      answers.discovered = [];
      view.version.evidence[1].format = 'sigstore-bundle-v0.3';
    },
  ],
  [
    'a layer under a tag that we do not show',
    'layers under signature tags (cosign tree)',
    ({ answers }) => answers.tree.attestations.push(digest('7')),
  ],
  [
    'another kind',
    'kinds',
    ({ view }) => (view.version.evidence[0].kind = 'unknown'),
  ],
  [
    'gone evidence',
    'kinds',
    ({ view }) => (view.version.evidence[0].present = false),
  ],
  [
    'an attestation that only cosign proves',
    'cosign verify-attestation --type slsaprovenance1',
    ({ view }) => (view.version.evidence[1].verifications = []),
  ],
  [
    'an attestation about something else',
    'cosign verify-attestation --type slsaprovenance1: subjects',
    ({ view }) =>
      (view.version.evidence[1].verifications[0].subjects = [digest('0')]),
  ],
  [
    'provenance that is not shown as verified',
    'provenance column',
    ({ view }) =>
      (view.version.row.provenance = { label: null, verified: false }),
  ],
  [
    'an SBOM from nowhere',
    'SBOM column',
    ({ view }) =>
      (view.version.row.sbom = {
        label: null,
        packageCount: null,
        verified: false,
      }),
  ],
];

for (const [name, what, change] of lies) {
  test(`found: ${name}`, () => {
    assert.ok(compared(change).includes(what), compared(change).join(', '));
  });
}

test('a tool that refuses in other words than those written down is found', () => {
  const refusing = (words: string) =>
    compared(({ made, answers, view }) => {
      made.cell.expect = { status: 'rejected', code: 'wrong-identity' };
      made.cell.toolSays = 'expected SAN value';
      view.version.row.verdict.status = 'rejected';
      view.version.row.verdict.reason.code = 'wrong-identity';
      view.version.row.provenance = { label: null, verified: false };
      answers.verify = { accepted: false, words, digests: [], signers: [] };
    });
  assert.deepEqual(refusing('Error: expected SAN value "x"'), []);
  assert.deepEqual(refusing('Error: unknown flag'), ['the tool itself']);
});

test('what is left open has to say who signed, by the evidence and in words', () => {
  const subject = 'CN=release,O=acme.example,ST=WA,C=US';
  const left = (named: string, message: string) =>
    compared(({ made, answers, view: { version } }) => {
      made.cell.policy = { store: 'release' };
      made.cell.expect = {
        status: 'indeterminate',
        code: 'unsupported-format',
      };
      made.cell.differs = { tool: 'accepts', because: 'not all is checked' };
      answers.verify = undefined;
      answers.notation = { accepted: true, words: '' };
      version.row.provenance = { label: null, verified: false };
      const reason = { code: 'unsupported-format' as const, message };
      Object.assign(version.row.verdict, { status: 'indeterminate', reason });
      for (const { verifications } of version.evidence) {
        for (const each of verifications) {
          each.signer = {
            ...{ kind: 'x509', store: 'release', fingerprint: '00' },
            subject: named,
          };
        }
      }
    });
  assert.deepEqual(left(subject, `By ${subject}.`), []);
  assert.deepEqual(left('CN=other', `By ${subject}.`), ['signer (notation)']);
  assert.deepEqual(left(subject, 'By somebody.'), ['signer in the reason']);
});
