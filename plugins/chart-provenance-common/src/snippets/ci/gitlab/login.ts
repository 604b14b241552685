import type { CiSettings, CiStep } from '../scripts';

/**
 * How a job of GitLab gets into the registry.
 *
 * @internal
 */
export interface GitlabAccess {
  step: CiStep;
  /** Tokens of GitLab for somebody else, name → audience. */
  idTokens: Record<string, string>;
  /** Packages of Alpine. */
  packages: string[];
  /** Variables to set up, in words. */
  needs: string[];
}

type Purpose = 'publish' | 'read';

const WHY = [
  "One log-in for all: cosign writes Docker's config.json, and Helm reads it too.",
];

/** @internal */
export function gitlabAccess(
  { input, place }: CiSettings,
  purpose: Purpose,
): GitlabAccess {
  switch (input.chart.registryKind) {
    case 'gitlab':
      return access(passwordOf('"$CI_JOB_TOKEN"', 'gitlab-ci-token'));
    case 'ecr':
      return ecr(place.host, purpose);
    case 'gar':
      return gar();
    case 'acr':
      return acr(purpose);
    default:
      return byPassword(purpose);
  }
}

function access(
  script: string[],
  rest: Partial<Omit<GitlabAccess, 'step'>> = {},
): GitlabAccess {
  return {
    step: { name: 'Log in to the registry', why: WHY, script },
    ...{ idTokens: {}, packages: [], needs: [], ...rest },
  };
}

function passwordOf(password: string, user: string): string[] {
  return [
    `printf '%s' ${password} | cosign login "$CHART_HOST" --username ${user} --password-stdin`,
  ];
}

function byPassword(purpose: Purpose): GitlabAccess {
  const name = purpose === 'publish' ? 'REGISTRY' : 'REGISTRY_READER';
  return access(passwordOf(`"$${name}_PASSWORD"`, `"$${name}_USER"`), {
    needs: [
      `the protected, masked variables ${name}_USER and ${name}_PASSWORD: an account that may ${
        purpose === 'publish' ? 'push' : 'only read'
      }`,
    ],
  });
}

function ecr(host: string, purpose: Purpose): GitlabAccess {
  const role = `AWS_${purpose.toUpperCase()}_ROLE`;
  const isPublic = host === 'public.ecr.aws';
  const region =
    /\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(host)?.[1] ?? 'us-east-1';
  return access(
    [
      `printf '%s' "$AWS_ID_TOKEN" >aws-token`,
      `export AWS_ROLE_ARN="$${role}" AWS_WEB_IDENTITY_TOKEN_FILE="$PWD/aws-token"`,
      `aws ${
        isPublic ? 'ecr-public' : 'ecr'
      } get-login-password --region ${region} | cosign login "$CHART_HOST" --username AWS --password-stdin`,
      'rm aws-token',
    ],
    {
      idTokens: { AWS_ID_TOKEN: 'sts.amazonaws.com' },
      packages: ['aws-cli'],
      needs: [
        `the variable ${role}: an IAM role that trusts this project's tokens and may ${
          purpose === 'publish' ? 'push to' : 'only read'
        } the ECR repository (which must exist)`,
      ],
    },
  );
}

function gar(): GitlabAccess {
  return access(
    [
      'token=$(curl --fail --silent --show-error https://sts.googleapis.com/v1/token \\',
      '  --data grant_type=urn:ietf:params:oauth:grant-type:token-exchange \\',
      '  --data requested_token_type=urn:ietf:params:oauth:token-type:access_token \\',
      '  --data subject_token_type=urn:ietf:params:oauth:token-type:jwt \\',
      '  --data scope=https://www.googleapis.com/auth/cloud-platform \\',
      '  --data-urlencode "audience=$GCP_AUDIENCE" --data-urlencode "subject_token=$GCP_ID_TOKEN" | jq -er .access_token)',
      ...passwordOf('"$token"', 'oauth2accesstoken'),
    ],
    {
      idTokens: { GCP_ID_TOKEN: 'https://iam.googleapis.com' },
      needs: [
        'the variable GCP_AUDIENCE (//iam.googleapis.com/projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>) and, for tokens of this project, the role Artifact Registry Writer',
      ],
    },
  );
}

function acr(purpose: Purpose): GitlabAccess {
  const client = `AZURE_${purpose.toUpperCase()}_CLIENT_ID`;
  return access(
    [
      'token=$(curl --fail --silent --show-error "https://login.microsoftonline.com/$AZURE_TENANT_ID/oauth2/v2.0/token" \\',
      '  --data grant_type=client_credentials --data scope=https://management.azure.com/.default \\',
      '  --data client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\',
      `  --data-urlencode "client_id=$${client}" --data-urlencode "client_assertion=$AZURE_ID_TOKEN" | jq -er .access_token)`,
      'refresh=$(curl --fail --silent --show-error "https://$CHART_HOST/oauth2/exchange" --data grant_type=access_token \\',
      '  --data-urlencode "service=$CHART_HOST" --data-urlencode "access_token=$token" | jq -er .refresh_token)',
      ...passwordOf('"$refresh"', '00000000-0000-0000-0000-000000000000'),
    ],
    {
      idTokens: { AZURE_ID_TOKEN: 'api://AzureADTokenExchange' },
      needs: [
        `the variables ${client} and AZURE_TENANT_ID: an application federated with this project that has ${
          purpose === 'publish' ? 'AcrPush' : 'AcrPull'
        }`,
      ],
    },
  );
}
