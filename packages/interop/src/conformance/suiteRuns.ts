import { USER } from './serveDevRegistry.ts';
import { FOLDER, type SuiteRun } from './SuiteRun.ts';
import { EXAMPLES, readOnlySettings } from './readOnlySettings.ts';

const EVERYTHING = { OCI_VERSION: 'dev', OCI_DATA_SPARSE: 'true' };
const SIGNED_IN = {
  OCI_USERNAME: USER.username,
  OCI_PASSWORD: USER.password,
  // Each request asks for what it needs: a cached token cannot read where a blob is to be mounted from.
  OCI_CACHE_AUTH: 'false',
};
const CANCEL = {
  test: /\/blob-post-cancel$/,
  because:
    'the suite asks for cancelling an upload only in the development version, whose runs do',
};
const MISSING_BLOBS = '--accept-missing-blobs';

const WRITABLE: SuiteRun[] = [
  {
    name: 'specification 1.1, as the suite comes',
    registry: ['--empty'],
    settings: { OCI_VERSION: '1.1' },
    allowed: [CANCEL],
  },
  {
    name: 'development version, every API and all data',
    registry: ['--empty', MISSING_BLOBS],
    settings: EVERYTHING,
  },
  {
    // Without manifests that lack blobs: this registry refuses them, as it MAY.
    name: 'development version, every API, in OCI layouts on disk',
    registry: ['--root', `${FOLDER}/none`, '--overlay', `${FOLDER}/kept`],
    settings: { OCI_VERSION: 'dev' },
  },
  {
    name: 'everything, with a password',
    registry: ['--empty', MISSING_BLOBS, '--auth', 'basic'],
    settings: { ...EVERYTHING, ...SIGNED_IN },
  },
  {
    name: 'everything, with the token flow',
    registry: ['--empty', MISSING_BLOBS, '--auth', 'token'],
    settings: { ...EVERYTHING, ...SIGNED_IN },
    allowed: [
      {
        test: /\/blob-mount-anonymous$/,
        because:
          'a token is for repositories that the client names, and here it names none (spec: MAY treat "from" as optional)',
      },
    ],
  },
  {
    name: 'without the referrers API',
    registry: ['--empty', '--no-referrers-api'],
    settings: { OCI_VERSION: '1.1', OCI_API_REFERRER: 'false' },
    allowed: [
      CANCEL,
      {
        test: /referrers/,
        because:
          'the registry of this run stands for those of before 1.1, which have no referrers API',
      },
    ],
  },
];

/** Together these leave out nothing of the suite that any configuration of this registry can be asked. */
export function suiteRuns(): SuiteRun[] {
  return [
    ...WRITABLE,
    {
      name: 'the example company, read-only',
      registry: ['--root', EXAMPLES],
      ...readOnlySettings(),
    },
  ];
}
