import { alter, alterEntry, asVersion, flip } from './alter.ts';
import type { CaseRow } from './CaseFiles.ts';
import type { MadeBundles } from './MadeBundles.ts';

/** Signatures and what they are over, altered. */
export function alteredCases(made: MadeBundles): CaseRow[] {
  const { message, statement, promised } = made;
  return [
    {
      name: 'signature-altered',
      why: 'One bit of the signature is another.',
      refusedAs: 'bad-signature',
      bundle: alter(message, ({ messageSignature }) => {
        if (messageSignature) {
          messageSignature.signature = flip(messageSignature.signature);
        }
      }),
    },
    {
      name: 'signature-over-other-text',
      why: 'A good signature by the same workflow, over another text.',
      refusedAs: 'digest-mismatch',
      bundle: made.otherText,
    },
    {
      name: 'message-digest-of-other-text',
      why: 'The bundle says the digest of our text, and its signature is over another.',
      refusedAs: 'bad-signature',
      bundle: alter(made.otherText, ({ messageSignature }) => {
        if (messageSignature && message.messageSignature) {
          messageSignature.messageDigest =
            message.messageSignature.messageDigest;
        }
      }),
    },
    {
      name: 'artifact-other',
      why: 'The bundle is sound, and what was downloaded is something else.',
      refusedAs: 'digest-mismatch',
      bundle: message,
      artifact: 'Something else.\n',
    },
    {
      name: 'statement-about-other-artifact',
      why: 'The statement is sound, and about something else.',
      refusedAs: 'digest-mismatch',
      bundle: statement,
      artifact: 'Something else.\n',
    },
    {
      name: 'statement-altered',
      why: 'The statement says the same, with a space more than what was signed.',
      refusedAs: 'bad-signature',
      bundle: alter(statement, ({ dsseEnvelope }) => {
        if (dsseEnvelope) {
          const text = Buffer.from(dsseEnvelope.payload, 'base64');
          dsseEnvelope.payload = Buffer.from(
            text.toString('utf8').replace('"predicate":', '"predicate" :'),
          ).toString('base64');
        }
      }),
    },
    {
      name: 'payload-type-altered',
      why: 'The type of the payload is another since it was signed.',
      refusedAs: 'unsupported-format',
      bundle: alter(statement, ({ dsseEnvelope }) => {
        if (dsseEnvelope) {
          dsseEnvelope.payloadType = 'application/json';
        }
      }),
    },
    {
      name: 'two-signatures',
      why: 'Most readers look at the first signature of an envelope only.',
      refusedAs: 'bad-signature',
      bundle: alter(statement, ({ dsseEnvelope }) => {
        dsseEnvelope?.signatures.push(...dsseEnvelope.signatures);
      }),
    },
    {
      name: 'message-and-statement',
      why: 'Two contents: which of them was verified?',
      refusedAs: 'bad-signature',
      bundle: alter(statement, copy => {
        copy.messageSignature = message.messageSignature;
      }),
    },
    {
      name: 'entry-of-other-signature',
      why: 'The log entry is that of another signature over the same text.',
      refusedAs: 'bad-signature',
      bundle: alter(promised, ({ verificationMaterial }) => {
        verificationMaterial.tlogEntries =
          made.promisedAgain.verificationMaterial.tlogEntries;
      }),
    },
    {
      name: 'entry-with-other-body',
      why: 'The entry says something else than the log took.',
      refusedAs: 'log-proof-missing',
      bundle: alterEntry(promised, entry => {
        const body = Buffer.from(entry.canonicalizedBody, 'base64');
        entry.canonicalizedBody = Buffer.from(
          body.toString('utf8').replace('{"api', '{ "api'),
        ).toString('base64');
      }),
    },
    {
      name: 'version-unknown',
      why: 'A version of the bundle that nobody knows.',
      refusedAs: 'unsupported-format',
      bundle: alter(message, copy => {
        copy.mediaType = 'application/vnd.dev.sigstore.bundle+json;version=9.9';
      }),
    },
    {
      name: 'v0.3-with-chain',
      why: 'Version 0.3 carries the signing certificate and no chain.',
      refusedAs: 'bad-signature',
      bundle: alter(asVersion('0.2', promised), copy => {
        copy.mediaType = promised.mediaType;
      }),
    },
  ];
}
