import { RegistryKind, RegistryQuirks } from './types';

/** Registries of the clouds: credentials come from the cloud's own identities and live for hours at most. */
export const CLOUD_QUIRKS = {
  ecr: {
    product: 'Amazon ECR',
    referrers: 'native',
    referrersNote: 'It has the referrers API.',
    immutability:
      'IMMUTABLE or IMMUTABLE_WITH_EXCLUSION, read with DescribeRepositories. With IMMUTABLE a second .att tag of cosign 2 fails with TAG_INVALID: exclude sha256-*.',
    retention:
      'Lifecycle rules that keep a number of images count signatures as images: they can push charts out, or be pushed out.',
    limits:
      'GetAuthorizationToken: 20 a second for an account and region; a token lives 12 hours.',
    auth: 'auth.type aws. A repository must exist before anything can be pushed to it.',
    ask: {
      permission:
        'ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:ListImages (managed policy AmazonEC2ContainerRegistryReadOnly)',
      from: 'an administrator of the AWS account, and by a repository policy where the repository is in another account',
    },
    hidesExistence: false,
  },
  acr: {
    product: 'Azure Container Registry',
    referrers: 'native',
    referrersNote:
      'It has the referrers API, with a limit of its own: 500 to 2,000 lists a minute.',
    immutability:
      'A tag or digest can be locked after it was pushed; read with az acr repository show.',
    retention:
      'acr purge --untagged removes referrers, which have no tags: never run it on charts.',
    limits:
      '10,000 to 20,000 reads a minute by tier; it sends Retry-After when that is passed.',
    auth: 'auth.type azure, or basic with a repository-scoped token.',
    ask: {
      permission:
        'the role AcrPull (with repository permissions: Container Registry Repository Reader)',
      from: 'an owner of the Azure registry or its resource group',
    },
    hidesExistence: false,
  },
  gar: {
    product: 'Google Artifact Registry',
    referrers: 'varies',
    referrersNote:
      'It keeps “attachments”, and may redirect: whether the referrers API answers is found by asking.',
    immutability:
      'dockerConfig.immutableTags of the repository, read with repositories.get. Such a repository cannot have clean-up policies that delete tagged versions.',
    retention: null,
    limits: '60,000 requests a minute for a project.',
    auth: 'auth.type google (user name oauth2accesstoken, a short-lived access token).',
    ask: {
      permission:
        'the role Artifact Registry Reader (roles/artifactregistry.reader)',
      from: 'an administrator of the Google Cloud project, for the service account that Backstage runs as',
    },
    hidesExistence: true,
  },
} satisfies Partial<Record<RegistryKind, Omit<RegistryQuirks, 'kind'>>>;
