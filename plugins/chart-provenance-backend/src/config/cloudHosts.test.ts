import { azureCloudOf, isGoogleRegistryHost, parseEcrHost } from './cloudHosts';

const ACCOUNT = '123456789012';
const ecr = (region: string, fips: boolean, dualStack: boolean) => ({
  accountId: ACCOUNT,
  ...{ region, fips, dualStack },
});

it.each([
  [
    `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com`,
    ecr('us-east-1', false, false),
  ],
  [
    `${ACCOUNT}.dkr.ecr.ap-southeast-12.amazonaws.com`,
    ecr('ap-southeast-12', false, false),
  ],
  [
    `${ACCOUNT}.dkr.ecr-fips.us-gov-west-1.amazonaws.com`,
    ecr('us-gov-west-1', true, false),
  ],
  [
    `${ACCOUNT}.dkr.ecr.cn-north-1.amazonaws.com.cn`,
    ecr('cn-north-1', false, false),
  ],
  [`${ACCOUNT}.dkr-ecr.eu-west-1.on.aws`, ecr('eu-west-1', false, true)],
  [`${ACCOUNT}.dkr-ecr-fips.us-east-2.on.aws`, ecr('us-east-2', true, true)],
  [
    `${ACCOUNT}.dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn`,
    ecr('cn-northwest-1', false, true),
  ],
  [
    `${ACCOUNT}.dkr.ecr.eusc-de-east-1.amazonaws.eu`,
    ecr('eusc-de-east-1', false, false),
  ],
  [
    `${ACCOUNT}.dkr.ecr.us-iso-east-1.c2s.ic.gov`,
    ecr('us-iso-east-1', false, false),
  ],
])('%s is an ECR host', (host, expected) => {
  expect(parseEcrHost(host)).toEqual(expected);
});

it.each([
  'public.ecr.aws',
  '12345678901.dkr.ecr.us-east-1.amazonaws.com',
  `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com:8443`,
  `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com.evil.dev`,
  `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.dev`,
  `evil.${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com`,
  `${ACCOUNT}.dkr.ecr.evil.us-east-1.amazonaws.com`,
  `${ACCOUNT}.dkr-ecr.us-east-1.amazonaws.com`,
  `${ACCOUNT}.dkr.ecr.us-east-1.on.aws`,
  `${ACCOUNT}.dkr.ecr.us-east-1xamazonaws.com`,
  `${ACCOUNT}.s3.us-east-1.amazonaws.com`,
  `${ACCOUNT}.dkr.ecr.us-east-1.elb.amazonaws.com`,
])('%s is no ECR host', host => {
  expect(parseEcrHost(host)).toBeUndefined();
});

it.each([
  ['europe-west3-docker.pkg.dev', true],
  ['northamerica-northeast1-docker.pkg.dev', true],
  ['us-docker.pkg.dev', true],
  ['docker.me-central2.rep.pkg.dev', true],
  ['gcr.io', true],
  ['eu.gcr.io', true],
  ['evil.gcr.io', false],
  ['gcr.io.evil.dev', false],
  ['gcr.io:8443', false],
  ['us-npm.pkg.dev', false],
  ['evil-docker-pkg.dev', false],
  ['a.us-docker.pkg.dev', false],
  ['us-docker.pkg.dev.evil.dev', false],
  ['us-dockerxpkg.dev', false],
])('is %s a host of Google’s registries? %s', (host, expected) => {
  expect(isGoogleRegistryHost(host)).toBe(expected);
});

it.each([
  ['acme1.azurecr.io', 'public'],
  ['acmecharts-a1b2c3d4e5f6a7b8.azurecr.io', 'public'],
  ['acme1.azurecr.us', 'government'],
  ['acme1.azurecr.cn', 'china'],
  ['acme1.azurecr.de', undefined],
  ['acme.azurecr.io', undefined],
  ['azurecr.io', undefined],
  ['acme1.azurecr.io.evil.dev', undefined],
  ['acme1.azurecr.io:8443', undefined],
  ['acme1xazurecr.io', undefined],
  ['a.acme1.azurecr.io', undefined],
])('the Azure cloud of %s is %s', (host, expected) => {
  expect(azureCloudOf(host)).toBe(expected);
});
