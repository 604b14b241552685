import { consumer, digest, published } from '../../migration/testing/facts';
import { CheckRow, NOTHING, partialRows, STALE } from './unreadRows';

const OLD = published('1.0.0', {
  publishedAt: '2020-01-01T00:00:00Z',
  verdict: 'unsigned',
  sbomProven: null,
  provenanceProven: null,
});

const SIGN_ROWS: Record<string, CheckRow[]> = {
  signed: [
    ...partialRows(),
    [
      'verified',
      {},
      'pass',
      'All 2 versions that are supported or run are verified.',
    ],
    [
      'verified, and who runs what is not known',
      { versions: [published('1.8.2')], consumers: [], sources: [] },
      'pass',
      'The only version that is supported or runs is verified; not everything that runs is known.',
    ],
    [
      'an old unsigned one that nobody uses',
      { versions: [published('1.8.2'), OLD] },
      'pass',
      'The only version that is supported or runs is verified.',
    ],
    [
      'an old unsigned one that runs',
      {
        versions: [published('1.8.2'), OLD],
        consumers: [
          consumer('a', {
            runs: {
              version: null,
              digest: OLD.digest,
              since: null,
              verdict: null,
              note: null,
            },
          }),
        ],
      },
      'fail',
      'Of 2 versions that are supported or run, 1 is unsigned.',
    ],
    [
      'rejected and unsigned',
      {
        versions: [
          published('1.8.2', { verdict: 'rejected' }),
          published('1.8.1', { verdict: 'rejected' }),
          published('1.8.0', { verdict: 'unsigned' }),
        ],
      },
      'fail',
      'Of 3 versions that are supported or run, 2 are rejected and 1 is unsigned.',
    ],
    [
      'rejected, in an index that is stale',
      { versions: [published('1.8.2', { verdict: 'rejected' })], index: STALE },
      'fail',
      'Of 1 version that is supported or runs, 1 is rejected.',
    ],
    [
      'undecided',
      {
        versions: [
          published('1.8.2'),
          published('1.8.1', { verdict: 'indeterminate' }),
        ],
      },
      'unknown',
      'For 1 of 2 versions that are supported or run, it could not be decided.',
    ],
    [
      'nobody has said who may sign',
      { policies: [] },
      'unknown',
      'Nobody has said who may sign this chart.',
    ],
    [
      'nothing published',
      NOTHING,
      'unknown',
      'Nothing is published in oci://ghcr.io/acme/charts/payments, so there is nothing to look at.',
    ],
    [
      'bytes run that nobody knows',
      {
        consumers: [
          consumer('a', {
            runs: {
              version: '1.8.2',
              digest: digest('9'),
              since: null,
              verdict: null,
              note: null,
            },
          }),
        ],
      },
      'unknown',
      '1 consumer runs bytes or a version that is not known in the registry.',
    ],
  ],
};

function attachedRows(
  field: 'sbomProven' | 'provenanceProven',
  noun: string,
  proof: string,
  article: string,
): CheckRow[] {
  const lacking = (value: boolean | null, extra = {}) =>
    published('1.8.2', { [field]: value, ...extra });
  return [
    ...partialRows(),
    [
      'attached and proven',
      {},
      'pass',
      `All 2 versions that are supported or run have ${article} ${noun} ${proof}.`,
    ],
    [
      'one, and who runs what is not known',
      { versions: [published('1.8.2')], sources: [] },
      'pass',
      `The only version that is supported or runs has ${article} ${noun} ${proof}; not everything that runs is known.`,
    ],
    [
      'not attached',
      { versions: [lacking(null)] },
      'fail',
      `Of 1 version that is supported or runs, 1 has no ${noun}.`,
    ],
    [
      'not attached, and not proven',
      {
        versions: [
          lacking(null),
          published('1.8.1', { [field]: false }),
          published('1.8.0', { [field]: false }),
        ],
      },
      'fail',
      `Of 3 versions that are supported or run, 1 has no ${noun} and 2 have one that is not ${proof}.`,
    ],
    [
      'not attached as far as could be read',
      { versions: [lacking(null, { verdict: 'indeterminate' })] },
      'unknown',
      'For 1 of 1 version that is supported or runs, it could not be decided.',
    ],
    [
      'nothing published',
      NOTHING,
      'unknown',
      'Nothing is published in oci://ghcr.io/acme/charts/payments, so there is nothing to look at.',
    ],
  ];
}

/** Rows for what has to be signed, described and bound to its source. */
export const SIGNED_ROWS: Record<string, CheckRow[]> = {
  ...SIGN_ROWS,
  sbom: attachedRows('sbomProven', 'SBOM', 'vouched for by the signer', 'an'),
  provenance: [
    ...attachedRows(
      'provenanceProven',
      'provenance statement',
      'bound to the expected source',
      'a',
    ),
    [
      'nobody said where it has to come from',
      { expectedSource: null },
      'unknown',
      'Nobody has said from which source this chart has to come.',
    ],
  ],
};
