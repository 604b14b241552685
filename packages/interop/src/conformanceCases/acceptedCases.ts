import { alter, alterEntry, asVersion } from './alter.ts';
import type { CaseRow } from './CaseFiles.ts';
import type { MadeBundles } from './MadeBundles.ts';

/** What must be accepted. */
export function acceptedCases(made: MadeBundles): CaseRow[] {
  const { message, statement, promised, promisedStatement, keyed } = made;
  return [
    {
      name: 'message-rekor2',
      why: 'As cosign 3 signs a file: a message signature, in Rekor v2, with a timestamp.',
      bundle: message,
    },
    {
      name: 'statement-rekor2',
      why: 'As cosign 3 attests a file: a statement in an envelope, in Rekor v2.',
      bundle: statement,
    },
    {
      name: 'message-rekor1',
      why: 'A message signature in Rekor v1: promise, proof and timestamp.',
      bundle: promised,
    },
    {
      name: 'statement-rekor1',
      why: 'A statement in an envelope, in Rekor v1.',
      bundle: promisedStatement,
    },
    {
      name: 'message-v0.1',
      why: 'The oldest version of the bundle, with promise and proof.',
      bundle: asVersion('0.1', promised),
    },
    {
      name: 'message-v0.1-without-proof',
      why: 'The oldest version of the bundle asks for no inclusion proof where there is a promise.',
      bundle: alterEntry(asVersion('0.1', promised), entry => {
        delete entry.inclusionProof;
      }),
    },
    {
      name: 'message-v0.1-without-timestamp',
      why: "The log's promise says when it was signed.",
      bundle: alter(asVersion('0.1', promised), ({ verificationMaterial }) => {
        delete verificationMaterial.timestampVerificationData;
      }),
    },
    {
      name: 'message-v0.2',
      why: 'Version 0.2 of the bundle, with its proof.',
      bundle: asVersion('0.2', promised),
    },
    {
      name: 'message-v0.3-old-media-type',
      why: 'Version 0.3 under the media type of the versions before it.',
      bundle: asVersion('0.3', promised),
    },
    {
      name: 'key',
      why: 'Signed with a key, and asked for by it.',
      bundle: keyed,
      key: made.keys.own,
    },
    {
      name: 'key-without-log',
      why: 'A key that the operator names needs no log.',
      bundle: alter(keyed, ({ verificationMaterial }) => {
        delete verificationMaterial.tlogEntries;
      }),
      key: made.keys.own,
    },
  ];
}
