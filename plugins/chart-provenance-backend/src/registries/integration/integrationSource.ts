import { ScmIntegrations } from '@backstage/integration';
import { IntegrationAuth } from '../../config';
import { CredentialDeps } from '../CredentialDeps';
import { CredentialError } from '../CredentialError';
import { CredentialSource } from '../CredentialSource';
import { githubSource } from './githubSource';
import { gitlabSource } from './gitlabSource';

/**
 * Credentials from the entry of `integrations.github` or `integrations.gitlab` for `auth.host`. Where there is none that fits, asking
 * says so: one registry's mistake keeps nobody from opening the others.
 */
export function integrationSource(
  registry: { host: string; auth: IntegrationAuth },
  deps: Pick<CredentialDeps, 'rootConfig'>,
): CredentialSource {
  try {
    return fittingSource(registry, deps);
  } catch (error) {
    return {
      async credentials() {
        throw error;
      },
    };
  }
}

function fittingSource(
  registry: { host: string; auth: IntegrationAuth },
  deps: Pick<CredentialDeps, 'rootConfig'>,
): CredentialSource {
  const { host, auth } = registry;
  const integrations = ScmIntegrations.fromConfig(deps.rootConfig);
  const github = integrations.github.byHost(auth.host);
  if (github) {
    return githubSource(host, github.config);
  }
  const gitlab = integrations.gitlab.byHost(auth.host);
  if (gitlab) {
    return gitlabSource(host, gitlab.config);
  }
  throw new CredentialError({
    failure: 'missing',
    host,
    missing: `integrations has no entry of GitHub or GitLab for ${auth.host}`,
    grant:
      'Whoever configures Backstage adds one under integrations.github or integrations.gitlab.',
  });
}
