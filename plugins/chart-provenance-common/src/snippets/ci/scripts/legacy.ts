import { LegacyTarget } from './settings';
import { CiStep } from './types';

const NAME = '"$CHART_NAME-$CHART_VERSION.tgz"';

const INDEX = ['helm repo index legacy --url "$LEGACY_URL" --merge index.yaml'];

const UPLOADS: Record<LegacyTarget['server'], string[]> = {
  chartmuseum: [
    'curl --fail --silent --show-error --user "$LEGACY_USER:$LEGACY_PASSWORD" \\',
    `  --data-binary @legacy/${NAME} "$LEGACY_URL/api/charts"`,
    'curl --fail --silent --show-error --user "$LEGACY_USER:$LEGACY_PASSWORD" \\',
    `  --output legacy/published.tgz "$LEGACY_URL/charts/$CHART_NAME-$CHART_VERSION.tgz"`,
    `echo "$ARCHIVE_SHA256  legacy/published.tgz" | sha256sum -c -`,
  ],
  'github-pages': [
    'cp pages/index.yaml index.yaml',
    ...INDEX,
    `mv legacy/index.yaml legacy/${NAME} pages/`,
    'cd pages',
    'git config user.name "chart release"',
    'git config user.email "chart-release@users.noreply.invalid"',
    `git add index.yaml ${NAME}`,
    'git commit --message "Publish $CHART_NAME $CHART_VERSION"',
    'git push origin HEAD',
  ],
  s3: [
    'aws s3 cp "s3://$LEGACY_BUCKET/index.yaml" index.yaml',
    ...INDEX,
    `aws s3 cp legacy/${NAME} "s3://$LEGACY_BUCKET/"`,
    '# The index comes last: it must not name what is not there yet.',
    'aws s3 cp legacy/index.yaml "s3://$LEGACY_BUCKET/index.yaml"',
  ],
  gcs: [
    'gcloud storage cp "gs://$LEGACY_BUCKET/index.yaml" index.yaml',
    ...INDEX,
    `gcloud storage cp legacy/${NAME} "gs://$LEGACY_BUCKET/"`,
    '# The index comes last: it must not name what is not there yet.',
    'gcloud storage cp legacy/index.yaml "gs://$LEGACY_BUCKET/index.yaml"',
  ],
};

/**
 * Puts the archive that was pulled by digest into the legacy repository: the same bytes, never a second packaging.
 *
 * @internal
 */
export function legacyStep({ server }: LegacyTarget): CiStep {
  return {
    name: 'Publish the same archive to the legacy repository',
    why: [
      'The archive is the one that was signed and verified, so that its digest in index.yaml is that of the chart layer in the registry.',
    ],
    script: [
      'mkdir -p legacy',
      `mv pulled/chart.tgz legacy/${NAME}`,
      ...UPLOADS[server],
    ],
  };
}
