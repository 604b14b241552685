import { alter, alterWindows, asVersion } from './alter.ts';
import type { CaseRow } from './CaseFiles.ts';
import type { MadeBundles } from './MadeBundles.ts';

const BEFORE = { start: '2020-01-01T00:00:00Z', end: '2020-12-31T00:00:00Z' };

/** Trust and signers that are not those of the bundle. */
export function trustCases(made: MadeBundles): CaseRow[] {
  return [...rootCases(made), ...signerCases(made)];
}

function rootCases({ message, promised, ...made }: MadeBundles): CaseRow[] {
  const { trustedRoot: own, otherRoot: other } = made;
  return [
    {
      name: 'root-other',
      why: 'It was made under another Sigstore.',
      refusedAs: 'untrusted-root',
      bundle: message,
      trustedRoot: other,
    },
    {
      name: 'log-other',
      why: 'The root names another log.',
      refusedAs: 'log-proof-missing',
      bundle: message,
      trustedRoot: { ...own, tlogs: other.tlogs },
    },
    {
      name: 'log-with-other-key',
      why: "The root names the log, and another log's key for it.",
      refusedAs: 'log-proof-missing',
      bundle: promised,
      trustedRoot: alter(own, ({ tlogs }) => {
        for (const log of tlogs) {
          log.publicKey.rawBytes = other.tlogs[0].publicKey.rawBytes;
        }
      }),
    },
    {
      name: 'certificate-log-other',
      why: 'The certificate was logged where the root does not look.',
      refusedAs: 'log-proof-missing',
      bundle: message,
      trustedRoot: { ...own, ctlogs: other.ctlogs },
    },
    {
      name: 'timestamp-authority-other',
      why: 'The time is the word of an authority that the root does not name.',
      refusedAs: 'timestamp-missing',
      bundle: message,
      trustedRoot: { ...own, timestampAuthorities: other.timestampAuthorities },
    },
    {
      name: 'authority-over',
      why: 'The certificate authority did not count any more when it was signed.',
      refusedAs: 'untrusted-root',
      bundle: message,
      trustedRoot: alterWindows(own, 'certificateAuthorities', BEFORE),
    },
    {
      name: 'log-over',
      why: 'The log did not count any more when it took the entry.',
      refusedAs: 'log-proof-missing',
      bundle: promised,
      trustedRoot: alterWindows(own, 'tlogs', BEFORE),
    },
    {
      name: 'certificate-log-over',
      why: 'The certificate log did not count any more when it took the certificate.',
      refusedAs: 'log-proof-missing',
      bundle: message,
      trustedRoot: alterWindows(own, 'ctlogs', BEFORE),
    },
    {
      name: 'timestamp-authority-over',
      why: 'The timestamp authority did not count any more.',
      refusedAs: 'timestamp-missing',
      bundle: message,
      trustedRoot: alterWindows(own, 'timestampAuthorities', BEFORE),
    },
    {
      name: 'root-without-start',
      why: 'A root that does not say since when a log counts cannot be used.',
      refusedAs: 'unusable-trust',
      bundle: message,
      trustedRoot: alterWindows(own, 'tlogs', {}),
    },
    {
      name: 'chain-with-root',
      why: 'A bundle must not bring the root of its own certificate.',
      refusedAs: 'bad-signature',
      bundle: alter(asVersion('0.1', promised), ({ verificationMaterial }) => {
        const [authority] = own.certificateAuthorities;
        const root = authority.certChain.certificates.at(-1);
        if (root) {
          verificationMaterial.x509CertificateChain?.certificates.push(root);
        }
      }),
    },
  ];
}

function signerCases({
  message,
  keyed,
  keys,
  ...made
}: MadeBundles): CaseRow[] {
  return [
    {
      name: 'signer-other',
      why: 'Another workflow of the same issuer signed the same text.',
      refusedAs: 'wrong-identity',
      bundle: made.otherSigner,
    },
    {
      name: 'identity-is-no-pattern',
      why: 'What is asked for would fit if it were read as a regular expression.',
      refusedAs: 'wrong-identity',
      bundle: message,
      identity: made.identity.replace('.github', '[.]github'),
    },
    {
      name: 'identity-is-no-beginning',
      why: 'The identity asked for is the beginning of the real one.',
      refusedAs: 'wrong-identity',
      bundle: message,
      identity: made.identity.slice(0, -1),
    },
    {
      name: 'issuer-other',
      why: 'The same name, vouched for by another issuer.',
      refusedAs: 'wrong-issuer',
      bundle: message,
      issuer: 'https://accounts.acme.example',
    },
    {
      name: 'key-other',
      why: 'Signed with another key.',
      refusedAs: 'untrusted-key',
      bundle: keyed,
      key: keys.other,
    },
    {
      name: 'key-under-root',
      why: 'Signed with a key, where a certificate is asked for.',
      refusedAs: 'untrusted-key',
      bundle: keyed,
    },
    {
      name: 'certificate-under-key',
      why: 'Signed with a certificate, where a key is asked for.',
      refusedAs: 'untrusted-key',
      bundle: message,
      key: keys.own,
    },
    {
      name: 'key-in-place-of-certificate',
      why: 'A public key where the certificate should be.',
      refusedAs: 'bad-signature',
      bundle: alter(keyed, ({ verificationMaterial }) => {
        delete verificationMaterial.publicKey;
        verificationMaterial.certificate = {
          rawBytes: keys.own.replace(/-----[^-]*-----|\s/g, ''),
        };
      }),
    },
  ];
}
