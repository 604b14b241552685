import { OrasError } from 'chart-provenance-oras';
import { RegistryConfig } from '../../config';
import { CredentialError } from '../../registries';
import { ListingMethod } from './ListingCall';

/** What went wrong, and what to do about it. */
export interface ListingFailure {
  message: string;
  fix: string;
}

const GRANTS: Record<ListingMethod, string> = {
  catalog:
    'Have its administrator let this account list repositories (registry:catalog:*), or set listing: none: then only names known from elsewhere are tried.',
  harbor:
    'Give the account or robot account the right to list repositories in the projects that the rules begin with.',
  ecr: 'Whoever manages IAM allows ecr:DescribeRepositories.',
  github:
    'A classic personal access token needs read:packages, a GitHub App the permission Packages: read; with SAML single sign-on the token must be authorised for the organisation. Or set listing: none.',
  gar: 'Grant roles/artifactregistry.reader on the project or repository, and have the Artifact Registry API enabled there.',
};

const ABSENT: Record<ListingMethod, string> = {
  catalog:
    'Set listing: none, or the kind that it is: then only names known from elsewhere are tried.',
  harbor:
    'Check the first segment of the rules for this registry: it is the name of the project. Whoever may not see a project is told the same.',
  ecr: 'Check accountId and region under auth.',
  github:
    'Check the first segment of the rules for this registry: it is the organisation or user. Whoever may not see it is told the same.',
  gar: 'Check the first two segments of the rules for this registry: project and repository.',
};

/** Words of ours for a listing that failed; nothing that was answered is in them. */
export function explainFailure(
  error: OrasError,
  { host }: Pick<RegistryConfig, 'host'>,
  method: ListingMethod,
): ListingFailure {
  if (error instanceof CredentialError) {
    // Two sentences: what is missing, and who grants it.
    const { grant, message } = error;
    return { message: message.replace(grant, '').trim(), fix: grant };
  }
  const status = error.status === undefined ? '' : ` (HTTP ${error.status})`;
  switch (error.code) {
    case 'unauthorized':
    case 'denied':
      return {
        message: `${host} does not let its repositories be listed${status}.`,
        fix: GRANTS[method],
      };
    case 'not-found':
    case 'unsupported':
      return {
        message: `${host} lists no such repositories${status}.`,
        fix: ABSENT[method],
      };
    case 'too-many':
    case 'too-large':
      return {
        message: `${host} lists more than is read.`,
        fix: 'Set listing: none for it, or have it list less: only names known from elsewhere are tried then.',
      };
    case 'rate-limited':
      return {
        message: `${host} asks to be left alone for a while.`,
        fix: 'It is tried again; a longer indexing.interval asks less often.',
      };
    case 'network':
    case 'timeout':
    case 'unavailable':
    case 'aborted':
      return {
        message: `${host} did not list its repositories: it does not answer, or not in time${status}.`,
        fix: 'It is tried again. The doctor says what is in the way.',
      };
    default:
      return {
        message: `${host} answers otherwise than such a registry does${status}.`,
        fix: 'Check host and listing, and where it redirects to; otherwise tell whoever runs it.',
      };
  }
}
