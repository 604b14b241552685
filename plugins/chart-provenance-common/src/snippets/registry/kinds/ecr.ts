import { hclText } from '../../words';
import { pathOf, RegistryKindSettings } from '../types';

const HOST = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\./;

/** Only what is plainly no release: a tag that a rule does not name can never be counted out by it. */
const LIFECYCLE = {
  rules: [
    {
      rulePriority: 1,
      description: 'Builds that are no releases, after 90 days',
      selection: {
        tagStatus: 'tagged',
        tagPatternList: ['*-dev*'],
        countType: 'sinceImagePushed',
        countUnit: 'days',
        countNumber: 90,
      },
      action: { type: 'expire' },
    },
  ],
};

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
export const ecr: RegistryKindSettings = {
  refuses: ({ chart }) =>
    HOST.test(chart.registry)
      ? null
      : 'The public gallery of ECR has neither immutable tags nor lifecycle rules: pin digests.',
  immutability: {
    forms: {
      commands: place => [
        ...shellHead(place.host, pathOf(place)),
        '# sha256-* is left out: cosign 2 writes attestations to the tag sha256-….att a second time, which fails with TAG_INVALID otherwise.',
        'aws ecr put-image-tag-mutability --registry-id "$ACCOUNT" --region "$REGION" --repository-name "$REPOSITORY" \\',
        '  --image-tag-mutability IMMUTABLE_WITH_EXCLUSION \\',
        "  --image-tag-mutability-exclusion-filters 'filterType=WILDCARD,filter=sha256-*'",
        '',
        '# What holds now:',
        'aws ecr describe-repositories --registry-id "$ACCOUNT" --region "$REGION" --repository-names "$REPOSITORY" \\',
        "  --query 'repositories[0].[imageTagMutability, imageTagMutabilityExclusionFilters]'",
      ],
      terraform: place => [
        'resource "aws_ecr_repository" "chart" {',
        `  name                 = ${hclText(pathOf(place))}`,
        '  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"',
        '',
        '  # cosign 2 writes attestations to the tag sha256-….att a second time, which fails with TAG_INVALID otherwise.',
        '  image_tag_mutability_exclusion_filter {',
        '    filter      = "sha256-*"',
        '    filter_type = "WILDCARD"',
        '  }',
        '}',
      ],
    },
    guarantees:
      'A version tag that was pushed once can be pushed to another digest by nobody.',
    cannot: [
      'A tag that is deleted can be pushed anew: deny ecr:BatchDeleteImage to whoever publishes.',
    ],
    notes: [
      'The repository must exist; where Terraform does not know it yet, import it first.',
    ],
  },
  retention: {
    forms: {
      commands: place => [
        ...shellHead(place.host, pathOf(place)),
        "cat >lifecycle.json <<'POLICY'",
        ...JSON.stringify(LIFECYCLE, null, 2).split('\n'),
        'POLICY',
        '',
        '# What it would delete, before it does:',
        'aws ecr start-lifecycle-policy-preview --registry-id "$ACCOUNT" --region "$REGION" --repository-name "$REPOSITORY" \\',
        '  --lifecycle-policy-text file://lifecycle.json',
        'aws ecr get-lifecycle-policy-preview --registry-id "$ACCOUNT" --region "$REGION" --repository-name "$REPOSITORY"',
        '',
        '# aws ecr put-lifecycle-policy --registry-id "$ACCOUNT" --region "$REGION" --repository-name "$REPOSITORY" --lifecycle-policy-text file://lifecycle.json',
      ],
      terraform: place => [
        'resource "aws_ecr_lifecycle_policy" "chart" {',
        `  repository = ${hclText(pathOf(place))}`,
        '  policy     = <<-POLICY',
        ...JSON.stringify(LIFECYCLE, null, 2)
          .split('\n')
          .map(line => `    ${line}`),
        '  POLICY',
        '}',
      ],
    },
    guarantees: 'Development builds go after 90 days; nothing else is counted.',
    cannot: [],
    notes: [
      'A rule that keeps a number of images (imageCountMoreThan) counts every signature and attestation as one: ten releases with three attachments each are forty. None is written here.',
      'No rule for untagged images: bundles of cosign 3 have no tag. Whether such a rule spares what refers to an image was not tried.',
    ],
  },
};

function shellHead(host: string, repository: string): string[] {
  const [, account = 'ACCOUNT', region = 'REGION'] = HOST.exec(host) ?? [];
  return [
    `ACCOUNT=${account}`,
    `REGION=${region}`,
    `REPOSITORY=${repository}`,
    '',
  ];
}
