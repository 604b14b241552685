import { alter, alterEntry, asVersion, entryOf, flip } from './alter.ts';
import type { CaseRow } from './CaseFiles.ts';
import type { BundleJson } from './BundleJson.ts';
import type { MadeBundles } from './MadeBundles.ts';

/** Proofs of log and time, altered or left out. */
export function proofCases(made: MadeBundles): CaseRow[] {
  return [...logCases(made), ...timeCases(made)];
}

function logCases({ message, promised, ...made }: MadeBundles): CaseRow[] {
  const unproven = (bundle: BundleJson) =>
    alterEntry(bundle, entry => {
      delete entry.inclusionProof;
    });
  return [
    {
      name: 'entry-missing',
      why: 'It was timestamped, and never logged.',
      refusedAs: 'log-proof-missing',
      bundle: alter(message, ({ verificationMaterial }) => {
        delete verificationMaterial.tlogEntries;
      }),
    },
    {
      name: 'checkpoint-altered',
      why: "The log's signature over its tree is another by one bit.",
      refusedAs: 'log-proof-missing',
      bundle: alterEntry(message, ({ inclusionProof }) => {
        if (inclusionProof?.checkpoint) {
          inclusionProof.checkpoint.envelope =
            inclusionProof.checkpoint.envelope.replace(
              /(\S{4})(=*\n)$/,
              (_, last: string, end: string) =>
                `${last === 'AAAA' ? 'BBBB' : 'AAAA'}${end}`,
            );
        }
      }),
    },
    {
      name: 'checkpoint-missing',
      why: 'A proof that leads to no tree the log has signed.',
      refusedAs: 'log-proof-missing',
      bundle: alterEntry(asVersion('0.1', promised), ({ inclusionProof }) => {
        delete inclusionProof?.checkpoint;
      }),
    },
    {
      name: 'checkpoint-of-other-tree',
      why: 'The log did sign that tree, and the proof does not lead to it.',
      refusedAs: 'log-proof-missing',
      bundle: alterEntry(message, ({ inclusionProof }) => {
        const { inclusionProof: other } = entryOf(made.otherText);
        if (inclusionProof) {
          inclusionProof.checkpoint = other?.checkpoint;
        }
      }),
    },
    {
      name: 'proof-altered',
      why: 'One hash on the way to the root is another.',
      refusedAs: 'log-proof-missing',
      bundle: alterEntry(made.promisedStatement, ({ inclusionProof }) => {
        inclusionProof?.hashes.splice(0, 1, flip(inclusionProof.hashes[0]));
      }),
    },
    {
      name: 'promise-altered',
      why: "One bit of the log's promise is another; the proof beside it is sound.",
      refusedAs: 'log-proof-missing',
      bundle: alterEntry(promised, ({ inclusionPromise }) => {
        if (inclusionPromise) {
          inclusionPromise.signedEntryTimestamp = flip(
            inclusionPromise.signedEntryTimestamp,
          );
        }
      }),
    },
    {
      name: 'promise-of-other-time',
      why: 'The time of the entry is another by a minute; the promise covers it.',
      refusedAs: 'log-proof-missing',
      bundle: alterEntry(promised, entry => {
        entry.integratedTime = String(Number(entry.integratedTime) + 60);
      }),
    },
    {
      name: 'v0.2-without-proof',
      why: 'From version 0.2 on a promise is not enough.',
      refusedAs: 'bad-signature',
      bundle: unproven(asVersion('0.2', promised)),
    },
    {
      name: 'v0.3-without-proof',
      why: 'From version 0.2 on a promise is not enough.',
      refusedAs: 'bad-signature',
      bundle: unproven(promised),
    },
    {
      name: 'entry-of-unknown-kind',
      why: 'A kind of entry that nobody can compare with the bundle.',
      refusedAs: 'unsupported-format',
      bundle: alterEntry(promised, entry => {
        entry.kindVersion = { kind: 'rfc3161', version: '0.0.1' };
      }),
    },
    {
      name: 'entries-too-many',
      why: 'Copies of one entry cost time, and must not count more than once.',
      refusedAs: 'evidence-too-large',
      bundle: alter(message, copy => {
        copy.verificationMaterial.tlogEntries = Array(5).fill(entryOf(message));
      }),
    },
  ];
}

function timeCases({ message, otherText }: MadeBundles): CaseRow[] {
  const timestampsOf = ({ verificationMaterial }: BundleJson) =>
    verificationMaterial.timestampVerificationData?.rfc3161Timestamps ?? [];
  return [
    {
      name: 'timestamp-missing',
      why: 'Rekor v2 says nothing of the time, and nobody else does.',
      refusedAs: 'timestamp-missing',
      bundle: alter(message, ({ verificationMaterial }) => {
        delete verificationMaterial.timestampVerificationData;
      }),
    },
    {
      name: 'timestamp-altered',
      why: "One bit of the authority's signature is another.",
      refusedAs: 'timestamp-missing',
      bundle: alter(message, copy => {
        for (const each of timestampsOf(copy)) {
          each.signedTimestamp = flip(each.signedTimestamp);
        }
      }),
    },
    {
      name: 'timestamp-of-other-signature',
      why: 'A sound timestamp, over another signature.',
      refusedAs: 'timestamp-missing',
      bundle: alter(message, copy => {
        timestampsOf(copy).splice(0, 1, ...timestampsOf(otherText));
      }),
    },
    {
      name: 'timestamps-too-many',
      why: 'Copies of one timestamp cost seconds.',
      refusedAs: 'evidence-too-large',
      bundle: alter(message, copy => {
        timestampsOf(copy).push(...Array(4).fill(timestampsOf(message)[0]));
      }),
    },
  ];
}
