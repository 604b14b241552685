const GRANTS = {
  // Referrers are covered by ecr:BatchGetImage.
  aws: (repository: string) =>
    `The AWS identity of the backend may not read ${repository}, or it does not exist: whoever manages IAM allows it ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:ListImages there, and the repository's own policy does too when its account is another.`,
  google: () =>
    'The Google identity of the backend may not read it, or it does not exist: an administrator of the Artifact Registry repository grants it roles/artifactregistry.reader there.',
  azure: () =>
    'The Azure identity of the backend may not read it, or it does not exist: an owner of the registry assigns it the role AcrPull (with repository permissions by ABAC: Container Registry Repository Reader).',
};

/**
 * What a cloud's identity needs to read charts, and who gives it: a full sentence for whoever reads why a registry refused.
 * The least that does: tokens, manifests, referrers, tags and blobs, and nothing that writes.
 */
export function pullGrantOf(
  type: 'aws' | 'google' | 'azure',
  repository: string,
): string {
  return GRANTS[type](repository);
}
