/** What an ECR host says of its registry. */
export interface EcrHost {
  /** 12 digits. */
  accountId: string;
  region: string;
  /** It is served by validated cryptographic modules; its token is asked for at such an endpoint too. */
  fips: boolean;
  /** It is reached by IPv6 as well. */
  dualStack: boolean;
}

/**
 * `<account>.dkr.ecr[-fips].<region>.amazonaws.com`, `<account>.dkr-ecr[-fips].<region>.on.aws`, and the same in the other
 * partitions. Names under these domains are AWS's own; customers' names (S3 buckets, load balancers) never have the labels in
 * between.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
 */
const ECR =
  /^(?<accountId>\d{12})\.dkr(?<joint>[.-])ecr(?<fips>-fips)?\.(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d{1,2})\.(?<domain>amazonaws\.(?:com(?:\.cn)?|eu)|on\.(?:aws|amazonwebservices\.com\.cn)|sc2s\.sgov\.gov|c2s\.ic\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

/** @see https://cloud.google.com/artifact-registry/docs/docker/names */
const GOOGLE =
  /^(?:[a-z]+(?:-[a-z]+\d{1,2})?-docker\.pkg\.dev|docker\.[a-z]+(?:-[a-z]+\d{1,2})?\.rep\.pkg\.dev|(?:(?:us|eu|asia)\.)?gcr\.io)$/;

/** The part behind the dash is the hash of a registry with a domain name label. */
const ACR =
  /^[a-z0-9]{5,50}(?:-[a-z0-9]{8,32})?\.azurecr\.(?<domain>io|us|cn)$/;

const ACR_CLOUDS = { io: 'public', us: 'government', cn: 'china' } as const;

/** Where an Azure registry is. */
export type AzureCloud = (typeof ACR_CLOUDS)[keyof typeof ACR_CLOUDS];

/** Reads a private ECR host; undefined for any other. */
export function parseEcrHost(host: string): EcrHost | undefined {
  const groups = ECR.exec(host)?.groups;
  if (!groups || (groups.joint === '-') !== groups.domain.startsWith('on.')) {
    return undefined;
  }
  const { accountId, region, fips, joint } = groups;
  return {
    accountId,
    region,
    fips: fips !== undefined,
    dualStack: joint === '-',
  };
}

/** Is it an Artifact Registry or `gcr.io` host? */
export function isGoogleRegistryHost(host: string): boolean {
  return GOOGLE.test(host);
}

/** The cloud of an Azure Container Registry host; undefined for any other. */
export function azureCloudOf(host: string): AzureCloud | undefined {
  switch (ACR.exec(host)?.groups?.domain) {
    case 'io':
      return ACR_CLOUDS.io;
    case 'us':
      return ACR_CLOUDS.us;
    case 'cn':
      return ACR_CLOUDS.cn;
    default:
      return undefined;
  }
}
