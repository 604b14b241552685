import type { RegistryKind } from '../../../quirks/types';
import { CiSettings } from '../scripts';
import { runLines, usesLines } from './stepLines';

/**
 * How a job gets into the registry, and what that takes.
 *
 * @internal
 */
export interface RegistryAccess {
  /** Steps, as lines. */
  steps: string[];
  /** Permissions of GitHub's own token. */
  permissions: Record<string, string>;
  /** Variables and secrets that somebody has to set up, in words. */
  needs: string[];
}

/** What the credentials are for; a reader's can push nothing. */
type Purpose = 'publish' | 'read';

const LOGIN =
  'printf \'%s\' "$REGISTRY_PASSWORD" | cosign login "$CHART_HOST" --username "$REGISTRY_USER" --password-stdin';
const WHY = [
  "One log-in for all: cosign writes Docker's config.json, and Helm reads it too.",
];

/** @internal */
export function registryAccess(
  { input, place }: CiSettings,
  purpose: Purpose,
): RegistryAccess {
  return accessOf(input.chart.registryKind, place.host, purpose);
}

function accessOf(
  kind: RegistryKind,
  host: string,
  purpose: Purpose,
): RegistryAccess {
  switch (kind) {
    case 'ghcr':
      return ghcr(purpose);
    case 'ecr':
      return ecr(host, purpose);
    case 'gar':
      return gar(purpose);
    case 'acr':
      return acr(host, purpose);
    default:
      return byPassword(purpose);
  }
}

function ghcr(purpose: Purpose): RegistryAccess {
  return {
    steps: login({
      REGISTRY_USER: '${{ github.actor }}',
      REGISTRY_PASSWORD: '${{ github.token }}',
    }),
    permissions: { packages: purpose === 'publish' ? 'write' : 'read' },
    needs: [],
  };
}

/** The lower-cased purpose stands in the names, so that a reading job cannot be given the publishing role by accident. */
function ecr(host: string, purpose: Purpose): RegistryAccess {
  const role = `AWS_${purpose.toUpperCase()}_ROLE`;
  const isPublic = host === 'public.ecr.aws';
  const region =
    /\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(host)?.[1] ?? 'us-east-1';
  return {
    steps: [
      ...usesLines('aws', {
        'role-to-assume': `\${{ vars.${role} }}`,
        'aws-region': region,
      }),
      ...runLines({
        name: 'Log in to the registry',
        why: WHY,
        script: [
          `aws ${
            isPublic ? 'ecr-public' : 'ecr'
          } get-login-password --region ${region} | cosign login "$CHART_HOST" --username AWS --password-stdin`,
        ],
      }),
    ],
    permissions: { 'id-token': 'write' },
    needs: [
      `the variable ${role}: an IAM role that trusts this repository's tokens and may ${
        purpose === 'publish' ? 'push to' : 'only read'
      } the ECR repository (which must exist)`,
    ],
  };
}

function gar(purpose: Purpose): RegistryAccess {
  const account = `GCP_${purpose.toUpperCase()}_ACCOUNT`;
  return {
    steps: [
      ...usesLines(
        'google',
        {
          workload_identity_provider:
            '${{ vars.GCP_WORKLOAD_IDENTITY_PROVIDER }}',
          service_account: `\${{ vars.${account} }}`,
          token_format: 'access_token',
        },
        { id: 'google' },
      ),
      ...login({
        REGISTRY_USER: 'oauth2accesstoken',
        REGISTRY_PASSWORD: '${{ steps.google.outputs.access_token }}',
      }),
    ],
    permissions: { 'id-token': 'write' },
    needs: [
      `the variables GCP_WORKLOAD_IDENTITY_PROVIDER and ${account}: a service account that is Artifact Registry ${
        purpose === 'publish' ? 'Writer' : 'Reader'
      }`,
    ],
  };
}

function acr(host: string, purpose: Purpose): RegistryAccess {
  const client = `AZURE_${purpose.toUpperCase()}_CLIENT_ID`;
  return {
    steps: [
      ...usesLines('azure', {
        'client-id': `\${{ vars.${client} }}`,
        'tenant-id': '${{ vars.AZURE_TENANT_ID }}',
        'subscription-id': '${{ vars.AZURE_SUBSCRIPTION_ID }}',
      }),
      ...runLines({
        name: 'Log in to the registry',
        why: WHY,
        script: [
          `az acr login --name ${
            host.split('.')[0]
          } --expose-token --output tsv --query accessToken \\`,
          '  | cosign login "$CHART_HOST" --username 00000000-0000-0000-0000-000000000000 --password-stdin',
        ],
      }),
    ],
    permissions: { 'id-token': 'write' },
    needs: [
      `the variables ${client}, AZURE_TENANT_ID and AZURE_SUBSCRIPTION_ID: an identity federated with this repository that has ${
        purpose === 'publish' ? 'AcrPush' : 'AcrPull'
      }`,
    ],
  };
}

function byPassword(purpose: Purpose): RegistryAccess {
  const prefix = purpose === 'publish' ? 'REGISTRY' : 'REGISTRY_READER';
  const user = purpose === 'publish' ? 'REGISTRY_USER' : 'REGISTRY_READER';
  return {
    steps: login({
      REGISTRY_USER: `\${{ vars.${user} }}`,
      REGISTRY_PASSWORD: `\${{ secrets.${prefix}_PASSWORD }}`,
    }),
    permissions: {},
    needs: [
      `the variable ${user} and the secret ${prefix}_PASSWORD: an account (a robot account where the registry has them) that may ${
        purpose === 'publish' ? 'push' : 'only read'
      }`,
    ],
  };
}

function login(env: Record<string, string>): string[] {
  return runLines({
    name: 'Log in to the registry',
    why: WHY,
    script: [LOGIN],
    env,
  });
}
